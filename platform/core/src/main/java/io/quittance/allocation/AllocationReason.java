package io.quittance.allocation;

/** Why a share went where it went. */
public enum AllocationReason {
    /** The payer, or the person who recorded the payment, named the invoice. */
    PAYERS_PURPOSE,
    /** No purpose left: the oldest due claim that is not on hold. */
    OLDEST_DUE,
    /** The number of the invoice stands in the payer's text. */
    EXACT_REFERENCE,
    /** It was the only one of which just that amount was open. */
    EXACT_AMOUNT,
    /** The instalment due first. */
    INSTALMENT_FIRST,
    /** Costs before interest before principal. */
    COSTS_FIRST,
    /** The invoice of which most was open. */
    LARGEST,
    /** Its part of what was open. */
    PROPORTIONAL,
    /** A person moved it there from unapplied cash. */
    BY_HAND,
    /** What was named by the payer came open again and the payment still had money. */
    REAPPLIED,
    /** Taken back by a person. */
    CORRECTED,
    /** Taken back because what it had paid was credited: the payer has it in unapplied cash. */
    CREDITED,
    /** Taken back because the payer got the money back. */
    REFUNDED,
    /** Taken back because the payer's bank took the money back. */
    DISPUTED
}
