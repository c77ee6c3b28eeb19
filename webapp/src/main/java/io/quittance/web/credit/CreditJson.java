package io.quittance.web.credit;

import io.quittance.credit.CreditNote;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A credit note. Its amounts are positive where they take from the invoice's. @param typeCode 381, as EN 16931 codes credit notes */
public record CreditJson(String id, String number, String typeCode, String invoice, String invoiceNumber, LocalDate invoiceDate,
        String customer, List<LineOut> lines, List<TaxOut> taxes, Money net, Money tax, Money gross, PriceMode priceMode, Money rounding,
        String reason, LocalDate issueDate,
        boolean mailed, Instant issuedAt, String actor) {

    /** A line; amount is net or gross as priceMode says, as is unitPrice. */
    public record LineOut(int position, String description, String quantity, String unit, String unitPrice, TaxCategory taxCategory,
            String taxPercent, Money net, Money amount) {

        static LineOut of(InvoiceLine line) {
            return new LineOut(line.position(), line.description(), line.quantity().toPlainString(), line.unit(),
                    line.unitPrice().toPlainString(), line.tax().category(), line.tax().percent().toPlainString(), line.net(),
                    line.amount());
        }
    }

    /** The tax of one category and rate. */
    public record TaxOut(TaxCategory category, String percent, Money taxable, Money tax) {

        static TaxOut of(TaxTotal total) {
            return new TaxOut(total.rate().category(), total.rate().percent().toPlainString(), total.taxable(), total.tax());
        }

        static List<TaxOut> of(InvoiceTotals totals) {
            return totals.taxes().stream().map(TaxOut::of).toList();
        }
    }

    static CreditJson of(CreditNote note) {
        InvoiceTotals totals = note.totals();
        return new CreditJson(note.id().toString(), note.number().text(), CreditNote.TYPE_CODE, note.invoice().toString(),
                note.invoiceNumber().text(), note.invoiceDate(), note.customer().toString(),
                totals.lines().stream().map(LineOut::of).toList(), TaxOut.of(totals), totals.net(), totals.tax(), totals.gross(),
                totals.prices(), totals.rounding(), note.reason(), note.issueDate(), note.mailed(), note.issuedAt(), note.actor());
    }
}
