package io.quittance.webhook.control;

import java.time.Duration;
import java.time.Instant;

/** A try of a delivery that is over. */
public record Tried(Instant at, Duration took, PostReply reply) {

    /** What went wrong; empty when it was taken. */
    String trouble() {
        return switch (reply) {
            case PostReply.Answered answered -> answered.isTaken() ? "" : "it answered with status " + answered.status();
            case PostReply.Unanswered unanswered -> unanswered.reason();
        };
    }
}
