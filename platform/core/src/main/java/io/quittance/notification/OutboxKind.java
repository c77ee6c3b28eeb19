package io.quittance.notification;

/** Knows how to say one kind of thing. Implemented as CDI beans by the features that have something to say. */
public interface OutboxKind {

    String kind();

    /** Writes the message as things are now, or withdraws it. Called in the tenant's scope, outside of any unit. */
    Composed compose(OutboxItem item);

    /** The mail server took it, as the outbox tells. Called inside the unit that notes this; may be called again after a crash. */
    default void sent(OutboxItem item, Mail mail) {
    }

    /** It was given up. Called inside the unit that notes this. */
    default void gaveUp(OutboxItem item, String reason) {
    }
}
