package io.quittance.payment;

import io.quittance.Fault;
import java.net.URI;

/** What became of the wish to be paid on a hosted page. */
public sealed interface CheckoutResult {

    /** Send the payer's browser there. */
    record Redirect(AttemptId attempt, URI page) implements CheckoutResult {
    }

    /** The gateway said no; another try may succeed. @param reason for the payer */
    record Declined(AttemptId attempt, String reason) implements CheckoutResult {
    }

    /** The gateway was not reached; it may be tried again at once. */
    record NotSent(AttemptId attempt, String reason) implements CheckoutResult {
    }

    /** Nobody knows yet whether the gateway has the order. It is found out in the background; until then no other begins. */
    record InDoubt(AttemptId attempt) implements CheckoutResult {
    }

    /** An earlier attempt for this invoice is still in doubt: nothing was begun. */
    record Held(AttemptId earlier) implements CheckoutResult {
    }

    /** There is no such invoice for this actor. */
    record UnknownInvoice() implements CheckoutResult {
    }

    /** The wish cannot be carried out as given: nothing was begun. */
    record Refused(Fault fault) implements CheckoutResult {
    }
}
