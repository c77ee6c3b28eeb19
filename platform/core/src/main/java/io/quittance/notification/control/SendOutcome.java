package io.quittance.notification.control;

/** What the mail server said. */
sealed interface SendOutcome {

    record Accepted() implements SendOutcome {
    }

    /** It will never take this mail: an address does not exist, or is none. */
    record Refused(String reason) implements SendOutcome {
    }

    /** It may take it later. */
    record Unreachable(String reason) implements SendOutcome {
    }
}
