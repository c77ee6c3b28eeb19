package io.quittance.notification.control;

import io.quittance.retry.RetryPolicy;
import java.time.Duration;

/** How mail is tried again: half a minute at first, up to six hours, for about a day. */
final class Backoff {

    static final RetryPolicy MAIL = new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(6), 16);
    /** All mail of a node goes to one server. */
    static final String TARGET = "mail";

    private Backoff() {
    }
}
