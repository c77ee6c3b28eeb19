package io.quittance.intake;

/** What became of a webhook, and with it what to answer the gateway. */
public sealed interface ReceiveOutcome {

    /** Kept durably, now or at an earlier delivery: answer 200. */
    record Accepted() implements ReceiveOutcome {
    }

    /** Nothing proves that the gateway sent it: answer 401. */
    record Forged() implements ReceiveOutcome {
    }

    /** The address leads nowhere: answer 404. */
    record UnknownRoute() implements ReceiveOutcome {
    }

    /** Larger than {@link io.quittance.intake.boundary.WebhookIntake#LONGEST_BODY}: answer 413. */
    record TooLarge() implements ReceiveOutcome {
    }

    /** It cannot be proven or kept now: answer 503, so that the gateway delivers again. */
    record TryLater(String reason) implements ReceiveOutcome {
    }
}
