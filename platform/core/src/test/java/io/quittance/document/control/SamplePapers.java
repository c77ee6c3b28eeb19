package io.quittance.document.control;

import io.quittance.credit.CreditNote;
import io.quittance.credit.CreditNoteId;
import io.quittance.customer.CustomerId;
import io.quittance.customer.PostalAddress;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.DueDate;
import io.quittance.invoice.InvoiceFacts;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.invoice.SettlementStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An invoice and a credit note of a wholesaler in Hamburg for a customer in Berlin. */
final class SamplePapers {

    static final Currency EUR = Currency.getInstance("EUR");
    static final LocalDate ISSUED = LocalDate.parse("2026-11-02");
    static final Seller SELLER = new Seller("Nordwind Großhandel GmbH", "DE814584193", "rechnung@nordwind.example",
            new PostalAddress("Speicherstraße 12", "", "20457", "Hamburg", "", "DE"), "HRB 102030, Amtsgericht Hamburg",
            "Hamburger Beispielbank", "DE75512108001245126199", "SOGEDEFFXXX");
    static final Party BUYER = new Party("Müller & Söhne <GmbH>", "DE123456788", "buchhaltung@mueller.example",
            new PostalAddress("Hauptstraße 5", "Hinterhaus", "10115", "Berlin", "", "DE"));

    private SamplePapers() {
    }

    static InvoiceView invoice(Locale language, InvoiceTotals totals, String notes, Optional<DiscountOffer> discount) {
        return invoice(language, totals, notes, discount, SELLER, BUYER);
    }

    static InvoiceView invoice(Locale language, InvoiceTotals totals, String notes, Optional<DiscountOffer> discount, Seller seller,
            Party buyer) {
        InvoiceFacts facts = new InvoiceFacts(DocumentStatus.ISSUED, SettlementStatus.OPEN, false, false, false, false, false);
        DueDate due = new DueDate(ISSUED.plusDays(30), ZoneId.of("Europe/Berlin"));
        InvoiceRow row = new InvoiceRow(new InvoiceId(1), Optional.of(new InvoiceNumber("INV-2026-00042")), new CustomerId(2),
                buyer.name(), InvoiceStatus.of(facts), facts, totals.gross(), totals.gross(), Optional.of(ISSUED),
                Optional.of(due.date()), 0);
        return new InvoiceView(row, seller, buyer, totals, List.of(), "RF36INV202600042", "PO-4711", notes, language, Optional.of(due),
                List.of(), Optional.of(Instant.parse("2026-11-02T10:00:00Z")), Optional.empty(), Optional.empty(), discount);
    }

    static CreditNote credit(Locale language, InvoiceTotals totals) {
        return new CreditNote(new CreditNoteId(3), new InvoiceNumber("CN-2026-00007"), new InvoiceId(1),
                new InvoiceNumber("INV-2026-00042"),
                ISSUED, new CustomerId(2), SELLER, BUYER, totals, "Ware beschädigt & zurückgenommen", ISSUED.plusDays(9), language, false,
                Instant.parse("2026-11-11T10:00:00Z"), "Anna");
    }
}
