package io.quittance.notification;

/** What came of composing a message. */
public sealed interface Composed {

    record Ready(Mail mail) implements Composed {
    }

    /** It is no longer to be said, for instance because the invoice was paid meanwhile. */
    record Withdrawn(String reason) implements Composed {
    }
}
