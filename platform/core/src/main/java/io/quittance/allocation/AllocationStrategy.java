package io.quittance.allocation;

import java.util.List;

/**
 * A rule that hands money to open claims. Several are tried in a stated order; each takes what the ones before it left.
 * Within one invoice all but {@link #INSTALMENT_FIRST} pay costs, then interest, then principal, of several the one due
 * first (BGB s. 367 (1), gesetze-im-internet.de/bgb/__367.html). All but the first two pass over claims on hold.
 */
public enum AllocationStrategy {
    /** What the payer named, in the order named (BGB s. 366 (1)), even when it is on hold. Always comes first. */
    NAMED_CLAIMS(AllocationReason.PAYERS_PURPOSE),
    /** Invoices whose whole number stands in the payer's text, never a part of it, in the order of the text; even on hold. */
    EXACT_REFERENCE(AllocationReason.EXACT_REFERENCE),
    /** The only invoice or claim of which just the payment's whole amount is open; none when there are two. */
    EXACT_AMOUNT(AllocationReason.EXACT_AMOUNT),
    /** Instalments, the one due first, before anything else. */
    INSTALMENT_FIRST(AllocationReason.INSTALMENT_FIRST),
    /** The costs of every invoice, then the interest of every, then principal: BGB s. 367 (1) over the whole account. */
    COSTS_FIRST(AllocationReason.COSTS_FIRST),
    /** The claim due first; on a tie the one issued first, then the lower number. Costs and interest go with their invoice. */
    OLDEST_DUE(AllocationReason.OLDEST_DUE),
    /** The invoice of which most is open; on a tie the oldest due. */
    LARGEST(AllocationReason.LARGEST),
    /** All invoices in proportion to what is open, to the minor unit by largest remainder. */
    PROPORTIONAL(AllocationReason.PROPORTIONAL);

    /** The order of those who have chosen none. */
    public static final List<AllocationStrategy> STANDARD = List.of(NAMED_CLAIMS, OLDEST_DUE);

    private final AllocationReason reason;

    AllocationStrategy(AllocationReason reason) {
        this.reason = reason;
    }

    /** What is written to a share that it makes. */
    public AllocationReason reason() {
        return reason;
    }
}
