package io.quittance.order;

/** Where an order stands. */
public enum OrderState {
    /** Kept, to be judged. */
    RECEIVED,
    /** It became an invoice, or a draft of one. */
    ACCEPTED,
    /** A person decides: a rule said so, or its reference came before with other content. */
    HELD,
    /** A rule, or what it would become, refused it: a dead letter. */
    REJECTED,
    /** It could not be understood, or could not be worked on within the bounded tries: a dead letter. */
    DEAD,
    /** A person laid it aside for good. */
    DISCARDED;

    /** Whether somebody has to look at it. */
    public boolean isDeadLetter() {
        return this == HELD || this == REJECTED || this == DEAD;
    }
}
