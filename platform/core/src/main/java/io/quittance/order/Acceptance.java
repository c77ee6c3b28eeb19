package io.quittance.order;

/** What an accepted order becomes. */
public enum Acceptance {
    /** A draft, for a person to issue. */
    DRAFT,
    /** Issued at once, without sending it. */
    ISSUE,
    /** Issued at once and sent to the customer. */
    ISSUE_AND_SEND
}
