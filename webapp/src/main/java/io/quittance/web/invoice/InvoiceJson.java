package io.quittance.web.invoice;

import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.Party;
import io.quittance.invoice.Seller;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice in full. Quantities, prices and percentages are decimal texts.
 *
 * @param priceMode whether unit prices leave out the tax or include it
 * @param rounding  what of gross prices is neither net amount nor tax (EN 16931, BT-114)
 */
public record InvoiceJson(InvoiceRowJson invoice, PartyJson seller, PartyJson buyer, List<LineOut> lines, List<TaxOut> taxes, Money net,
        Money tax, Money gross, PriceMode priceMode, Money rounding, List<ClaimJson> claims,
        String paymentReference, String buyerReference, String notes, String language,
        String zone, List<HoldJson> holds, Instant issuedAt, Instant sentAt, Instant viewedAt) {

    /** Seller or buyer as the invoice names it. */
    public record PartyJson(String name, String taxId, String email, List<String> address) {

        static PartyJson of(Party party) {
            return new PartyJson(party.name(), party.taxId(), party.email(), party.address().lines());
        }

        static PartyJson of(Seller seller) {
            return new PartyJson(seller.name(), seller.taxId(), seller.email(), seller.address().lines());
        }
    }

    /** A line with its amounts; amount is net or gross as priceMode says. */
    public record LineOut(int position, String description, String quantity, String unit, String unitPrice, String discountPercent,
            TaxCategory taxCategory, String taxPercent, Money net, Money amount) {
    }

    /** The tax of one category and rate over the whole invoice. */
    public record TaxOut(TaxCategory category, String percent, Money taxable, Money tax) {
    }

    /** What is claimed, and how much of it is open. */
    public record ClaimJson(String id, String kind, Money claimed, Money open, LocalDate dueDate) {
    }

    /** Something that keeps the invoice from being collected. */
    public record HoldJson(String kind, String reason, Instant since) {
    }

    static InvoiceJson of(InvoiceView view) {
        List<LineOut> lines = view.totals().lines().stream()
                .map(line -> new LineOut(line.position(), line.description(), line.quantity().toPlainString(), line.unit(),
                        line.unitPrice().toPlainString(), line.discountPercent().toPlainString(), line.tax().category(),
                        line.tax().percent().toPlainString(), line.net(), line.amount()))
                .toList();
        List<TaxOut> taxes = view.totals().taxes().stream()
                .map(tax -> new TaxOut(tax.rate().category(), tax.rate().percent().toPlainString(), tax.taxable(), tax.tax()))
                .toList();
        List<ClaimJson> claims = view.claims().stream()
                .map(claim -> new ClaimJson(claim.id().toString(), claim.kind().name(), claim.claimed(), claim.open(), claim.dueDate()))
                .toList();
        List<HoldJson> holds = view.holds().stream().map(hold -> new HoldJson(hold.kind().name(), hold.reason(), hold.since())).toList();
        return new InvoiceJson(InvoiceRowJson.of(view.row()), PartyJson.of(view.seller()), PartyJson.of(view.buyer()), lines, taxes,
                view.totals().net(), view.totals().tax(), view.totals().gross(),
                view.totals().prices(), view.totals().rounding(), claims, view.paymentReference(), view.buyerReference(),
                view.notes(), view.language().toLanguageTag(), view.due().map(due -> due.zone().getId()).orElse(null), holds,
                view.issuedAt().orElse(null), view.sentAt().orElse(null), view.viewedAt().orElse(null));
    }
}
