package io.quittance.bankfeed;

import java.net.URI;
import java.util.Objects;

/** What became of the wish to have accounts read. */
public sealed interface BeginOutcome {

    /** The bank's page waits for the owner. */
    record Opened(ConnectionId connection, URI page) implements BeginOutcome {
        public Opened {
            Objects.requireNonNull(connection, "connection");
            Objects.requireNonNull(page, "page");
        }
    }

    /** The feed did not open one. Nobody has consented to anything. */
    record NotOpened(String reason) implements BeginOutcome {
    }

    /** No such feed is enabled, or there is no such connection. */
    record Unknown() implements BeginOutcome {
    }
}
