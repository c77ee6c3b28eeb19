package io.quittance.autopay;

import java.net.URI;

/** What came of a payer's wish to be charged by itself. */
public sealed interface AgreeOutcome {

    /** Send the payer's browser there. */
    record Redirect(URI page) implements AgreeOutcome {
    }

    /** @param reason for the payer */
    record Declined(String reason) implements AgreeOutcome {
    }

    /** Nobody knows whether the gateway has it; to ask again does no harm. */
    record TryAgain() implements AgreeOutcome {
    }

    /** There is no such invoice or gateway for this actor. */
    record Unknown() implements AgreeOutcome {
    }
}
