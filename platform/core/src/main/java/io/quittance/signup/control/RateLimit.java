package io.quittance.signup.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** How often one network address, and one mailbox, may ask for a sign-up. Counted in the database, so on all nodes together. */
@ApplicationScoped
public class RateLimit {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int PER_ADDRESS = 20;
    private static final int PER_MAILBOX = 5;

    @Inject
    SignUpRows rows;

    @Inject
    Clock clock;

    /** How long to wait before asking again; empty when it is fine now. */
    public Optional<Duration> wait(String address, String email) {
        Instant now = clock.instant();
        Instant since = now.minus(WINDOW);
        return Stream.of(rows.nthLast("address", address, PER_ADDRESS, since), rows.nthLast("email", email, PER_MAILBOX, since))
                .flatMap(Optional::stream)
                .map(oldest -> Duration.between(now, oldest.plus(WINDOW)))
                .max(Duration::compareTo);
    }
}
