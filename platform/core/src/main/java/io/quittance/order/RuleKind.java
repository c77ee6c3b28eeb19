package io.quittance.order;

/** What an order is held to. The rates of refusals are counted by these. */
public enum RuleKind {
    /** What came could be understood. Always on. */
    READABLE(false),
    /** The channel's name of an order stands for one content. Always on. */
    REFERENCE(false),
    /** The buyer is named as well as is needed. */
    BUYER(true),
    /** The buyer is a customer already. */
    KNOWN_CUSTOMER(true),
    CURRENCY(true),
    /** The lines come to the totals that the channel states. */
    TOTALS(true),
    /** The taxes are ones that the law knows on that day. */
    TAX(true),
    /** The total is within limits. */
    AMOUNT(true),
    /** The buyer's own order number is there, in the right shape. */
    PURCHASE_ORDER(true),
    ORDER_DATE(true),
    DUE_DATE(true),
    /** The items are ones of the catalogue. */
    CATALOGUE(true),
    /** The same buyer has not ordered the same amount on the same day. */
    DUPLICATE(true),
    /** The buyer is not one of those whose orders a person wants to see. */
    BLOCKED_BUYER(true),
    /** The customer's credit limit is not exceeded. */
    CREDIT_LIMIT(true),
    /** It can become an invoice. Always on. */
    INVOICE(false),
    /** Work on it got through. Always on. */
    WORK(false);

    private final boolean configurable;

    RuleKind(boolean configurable) {
        this.configurable = configurable;
    }

    /** Whether a business can set it; the others follow from what an order is. */
    public boolean isConfigurable() {
        return configurable;
    }
}
