package io.quittance.signup;

/** What became of a confirmation. */
public sealed interface ConfirmOutcome {

    /** @param progressKey shows how far the business is set up; a secret of the person who confirmed */
    record Confirmed(String progressKey, String slug) implements ConfirmOutcome {
    }

    /** Somebody took the short name since; the link stays good for another. */
    record SlugTaken(String suggestion) implements ConfirmOutcome {
    }

    record SlugInvalid() implements ConfirmOutcome {
    }

    /** @param reason in the words of the service that keeps accounts */
    record PasswordRefused(String reason) implements ConfirmOutcome {
    }

    /** Unknown, expired or used. */
    record Closed() implements ConfirmOutcome {
    }

    /** The service that keeps accounts cannot be reached now; the link stays good. */
    record Away() implements ConfirmOutcome {
    }
}
