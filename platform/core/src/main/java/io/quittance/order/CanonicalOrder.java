package io.quittance.order;

import io.quittance.tax.PriceMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order, or an invoice made elsewhere, in one shape whatever channel it came by. Nothing is judged here and no default filled
 * in: what the channel did not say is empty.
 *
 * @param reference      the channel's own name of it, such as a shop's order id; within one account it is taken once
 * @param issued         its number and day when the other side has issued it as an invoice already; empty when we are to number it
 * @param currency       as written, upper case; an ISO 4217 code if it is right
 * @param orderedOn      civil day in the zone that the channel states, or the account's
 * @param dueDate        civil day
 * @param buyerReference the buyer's own order number or the like; may be empty
 * @param notes          for print below the lines; may be empty
 * @param prices         whether the lines' unit prices leave out the tax or include it
 * @param stated         the totals that the channel states: the lines must come to them
 * @param prepaid        what was paid there already, as the channel says; proves nothing until the money is seen
 */
public record CanonicalOrder(
        String reference,
        Optional<IssuedElsewhere> issued,
        OrderBuyer buyer,
        String currency,
        Optional<LocalDate> orderedOn,
        Optional<LocalDate> dueDate,
        String buyerReference,
        String notes,
        PriceMode prices,
        List<OrderLine> lines,
        StatedTotals stated,
        List<Prepayment> prepaid) {

    public CanonicalOrder {
        lines = List.copyOf(lines);
        prepaid = List.copyOf(prepaid);
    }

    /**
     * @param number      as printed
     * @param on          day of issue
     * @param seller      who issued it, as the document says: it must be us, for what others sold us is no receivable; may be empty
     * @param sellerTaxId value added tax id of the seller, without blanks; may be empty
     */
    public record IssuedElsewhere(String number, LocalDate on, String seller, String sellerTaxId) {
    }
}
