package io.quittance.order;

/** What became of a shop's delivery, and with it what to answer the shop. */
public sealed interface DeliveryOutcome {

    /** Kept durably, now or at an earlier delivery, or nothing that needs to be kept: answer 200. */
    record Accepted() implements DeliveryOutcome {
    }

    /** Nothing proves that the shop sent it: answer 401. */
    record Forged() implements DeliveryOutcome {
    }

    /** The address leads nowhere, or takes no orders now: answer 404. */
    record UnknownRoute() implements DeliveryOutcome {
    }

    /** Longer than is read: answer 413. @param most in bytes */
    record TooLarge(int most) implements DeliveryOutcome {
    }

    /** It cannot be kept now: answer 503, so that the shop delivers again. */
    record TryLater() implements DeliveryOutcome {
    }
}
