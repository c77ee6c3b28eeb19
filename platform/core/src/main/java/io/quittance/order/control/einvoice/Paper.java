package io.quittance.order.control.einvoice;

import io.quittance.customer.PostalAddress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An electronic invoice or credit note as its file says it, whichever syntax it was written in. Amounts are in the document's
 * currency and have the signs of the file: those of a credit note are positive.
 *
 * @param credit whether it gives money back
 * @param taxes  of the breakdown (BG-23)
 * @see "EN 16931-1, the semantic model; names in brackets below are its business terms"
 */
record Paper(Head head, boolean credit, Trader seller, Trader buyer, List<String> notes, List<Line> lines, List<Surcharge> surcharges,
        List<Tax> taxes, Totals totals) {

    /**
     * @param number         BT-1
     * @param issued         BT-2
     * @param due            BT-9
     * @param currency       BT-5
     * @param buyerReference BT-10, else BT-13; may be empty
     */
    record Head(String number, Optional<LocalDate> issued, Optional<LocalDate> due, String currency, String buyerReference) {
    }

    /**
     * Seller (BG-4) or buyer (BG-7); each part may be empty.
     *
     * @param number  an identifier without a scheme: what the seller calls the buyer (BT-46)
     * @param foreign an identifier of a registered scheme, such as a GLN
     * @param company whether anything says that it is no private person
     */
    record Trader(String name, String number, String foreign, String taxId, String email, boolean company, PostalAddress address) {

        static final Trader NOBODY = new Trader("", "", "", "", "", false, PostalAddress.NONE);
    }

    /** Category (BT-151) and rate (BT-152) as written; both empty where the file says nothing. */
    record Tax(String category, Optional<BigDecimal> percent) {

        static final Tax UNSAID = new Tax("", Optional.empty());
    }

    /**
     * BG-25.
     *
     * @param id         of the line in its document (BT-126)
     * @param price      net price (BT-146) for the base quantity
     * @param base       BT-149; one where the file does not say
     * @param amount     BT-131: after the line's own allowances and charges
     */
    record Line(String id, String item, String description, Optional<BigDecimal> quantity, String unit, Optional<BigDecimal> price,
            BigDecimal base, Optional<BigDecimal> amount, Tax tax, List<Surcharge> surcharges) {
    }

    /** An allowance or a charge, of the document (BG-20, BG-21) or of a line (BG-27, BG-28). @param charge else it is an allowance */
    record Surcharge(boolean charge, BigDecimal amount, String reason, Tax tax) {
    }

    /**
     * BG-22.
     *
     * @param net      BT-109
     * @param tax      BT-110
     * @param gross    BT-112
     * @param prepaid  BT-113
     * @param rounding BT-114
     * @param payable  BT-115
     */
    record Totals(Optional<BigDecimal> net, Optional<BigDecimal> tax, Optional<BigDecimal> gross, Optional<BigDecimal> prepaid,
            Optional<BigDecimal> rounding, Optional<BigDecimal> payable) {
    }
}
