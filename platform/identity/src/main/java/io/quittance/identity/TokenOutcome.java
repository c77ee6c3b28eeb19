package io.quittance.identity;

/** What became of a token shown at a door. */
public sealed interface TokenOutcome {

    record Verified(VerifiedToken token) implements TokenOutcome {
    }

    /** @param reason for the log and the answer's description; says nothing that the bearer does not know */
    record Refused(String reason) implements TokenOutcome {
    }

    /** The issuer's keys are not known here and cannot be fetched now. */
    record KeysUnavailable() implements TokenOutcome {
    }
}
