package io.quittance.signup;

/** What a confirmation link leads to. */
public sealed interface LinkOutcome {

    /** @param passwordNeeded false when the mailbox's owner has an account here already; its password stays as it is */
    record Open(String business, String slug, String email, boolean passwordNeeded) implements LinkOutcome {
    }

    /** Unknown, expired or used. */
    record Closed() implements LinkOutcome {
    }

    /** The service that keeps accounts cannot be reached now; the link stays good. */
    record Away() implements LinkOutcome {
    }
}
