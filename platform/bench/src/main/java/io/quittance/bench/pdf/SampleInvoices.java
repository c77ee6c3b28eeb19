package io.quittance.bench.pdf;

import io.quittance.customer.CustomerId;
import io.quittance.customer.PostalAddress;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceFacts;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.invoice.SettlementStatus;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Invoices of one page, each with texts and figures of its own. */
final class SampleInvoices {

    private static final LocalDate ISSUED = LocalDate.parse("2026-11-02");
    private static final Seller SELLER = new Seller("Nordwind Großhandel GmbH", "DE814584193", "rechnung@nordwind.example",
            new PostalAddress("Speicherstraße 12", "", "20457", "Hamburg", "", "DE"), "HRB 102030, Amtsgericht Hamburg",
            "Hamburger Beispielbank", "DE75512108001245126199", "SOGEDEFFXXX");

    private SampleInvoices() {
    }

    static InvoiceView number(int i) {
        List<LineInput> lines = new ArrayList<>();
        for (int line = 0; line <= 2 + i % 7; line++) {
            TaxRate tax = TaxRate.standard(line % 3 == 2 ? "7" : "19");
            lines.add(new LineInput("Beratung Nr. " + (i * 31 + line) + ", Einführung und Schulung für Töchter & Söhne",
                    new BigDecimal(1 + (i + line) % 9), "h", new BigDecimal(80 + line).add(BigDecimal.valueOf(i % 100, 2)),
                    line % 4 == 3 ? BigDecimal.TEN : BigDecimal.ZERO, tax));
        }
        InvoiceTotals totals = InvoiceTotals.of(lines, Currency.getInstance("EUR"));
        InvoiceFacts facts = new InvoiceFacts(DocumentStatus.ISSUED, SettlementStatus.OPEN, false, false, false, false, false);
        DueDate due = new DueDate(ISSUED.plusDays(30), ZoneId.of("Europe/Berlin"));
        InvoiceNumber number = new InvoiceNumber(String.format(Locale.ROOT, "INV-2026-%05d", i + 1));
        Party buyer = new Party("Müller & Söhne Nr. " + i + " GmbH", "DE123456788", "buchhaltung@mueller.example",
                new PostalAddress("Hauptstraße " + i, "Hinterhaus", "10115", "Berlin", "", "DE"));
        InvoiceRow row = new InvoiceRow(new InvoiceId(i + 1), Optional.of(number), new CustomerId(2), buyer.name(), InvoiceStatus.of(facts),
                facts, totals.gross(), totals.gross(), Optional.of(ISSUED), Optional.of(due.date()), 0);
        return new InvoiceView(row, SELLER, buyer, totals, List.of(), "RF36INV202600042", "PO-" + i, "Vielen Dank für Ihren Auftrag!",
                i % 2 == 0 ? Locale.GERMAN : Locale.ENGLISH, Optional.of(due), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
