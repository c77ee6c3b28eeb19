package io.quittance.payment;

/** Whether a charge may go to its gateway. */
public sealed interface ChargeStart {

    /** It is written down and may be sent once that has committed. */
    record Begun(AttemptId attempt) implements ChargeStart {
    }

    /** Another attempt may still bring the money: nothing was begun. */
    record Held() implements ChargeStart {
    }

    /** Less is open than was to be charged: nothing was begun. */
    record TooMuch() implements ChargeStart {
    }
}
