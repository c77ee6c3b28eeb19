package io.quittance.reconciliation;

import io.quittance.Fault;
import io.quittance.payment.PaymentId;

/** What became of a suggestion that a person took up. */
public sealed interface MatchOutcome {

    /** The line is the customer's payment. */
    record Booked(PaymentId payment) implements MatchOutcome {
    }

    /** The books have moved on since it was suggested. Nothing changed. */
    record Refused(Fault fault) implements MatchOutcome {
    }

    /** There is no such line, or no such suggestion for it. */
    record Unknown() implements MatchOutcome {
    }
}
