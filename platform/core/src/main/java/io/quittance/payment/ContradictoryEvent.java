package io.quittance.payment;

/** A gateway reported the same event of a payment twice with different amounts. Nothing is booked; a person must look. */
public final class ContradictoryEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContradictoryEvent(String event, Object earlier, Object now) {
        super("event " + event + " was reported with " + earlier + " and now with " + now);
    }
}
