package io.quittance.allocation;

/** Why a share went where it went. */
public enum AllocationReason {
    /** The payer, or the person who recorded the payment, named the invoice. */
    PAYERS_PURPOSE,
    /** No purpose left: the oldest due claim that is not on hold. */
    OLDEST_DUE,
    /** A person moved it there from unapplied cash. */
    BY_HAND,
    /** What was named by the payer came open again and the payment still had money. */
    REAPPLIED,
    /** Taken back by a person. */
    CORRECTED,
    /** Taken back because the payer got the money back. */
    REFUNDED,
    /** Taken back because the payer's bank took the money back. */
    DISPUTED
}
