package io.quittance.reconciliation.control;

import io.quittance.reconciliation.boundary.Statements;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tries open lines again: a payout may be announced after the bank has shown it. */
@ApplicationScoped
public class MatchingBell implements DoorbellHandler {

    static final String KIND = "matching";
    static final Duration AGAIN = Duration.ofMinutes(10);

    @Inject
    Statements statements;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Instant> answer() {
        statements.matchAgain();
        return statements.hasUnmatched() ? Optional.of(clock.instant().plus(AGAIN)) : Optional.empty();
    }
}
