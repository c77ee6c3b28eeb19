package io.quittance.bankfeed.control;

import io.quittance.audit.AuditTrail;
import io.quittance.bankfeed.ConnectedAccount;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.ConnectionState;
import io.quittance.live.LiveChanges;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.boundary.Outbox;
import io.quittance.reconciliation.FedBatch;
import io.quittance.reconciliation.FedOutcome;
import io.quittance.reconciliation.boundary.FedLines;
import io.quittance.retry.Jitter;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryPolicy;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Doorbell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows from a look at a feed. */
@ApplicationScoped
public class Looking {

    /** When people are told that a consent ends, in days before it. */
    private static final List<Long> WARNINGS = List.of(1L, 7L, 14L);
    private static final RetryPolicy AGAIN = new RetryPolicy(Duration.ofMinutes(15), Duration.ofHours(6), RetryPolicy.NO_END);
    private static final long TENTH = 10;

    @Inject
    ConnectionRows rows;
    @Inject
    AccountRows accounts;
    @Inject
    FedLines lines;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Retry retry;
    @Inject
    Jitter jitter;
    @Inject
    Doorbell bell;
    @Inject
    Clock clock;

    public List<ConnectionId> due() {
        return rows.due(clock.instant());
    }

    /** @return false when it is not connected */
    public boolean soon(ConnectionId id) {
        boolean connected = rows.find(id).filter(found -> found.state() == ConnectionState.CONNECTED).isPresent();
        if (connected) {
            rows.lookAt(id, clock.instant());
            bell.ring(FeedBell.KIND);
        }
        return connected;
    }

    public void keep(ConnectionId id, Grant grant) {
        rows.keep(id, grant);
    }

    public void term(ConnectionId id, Consent.Term term) {
        rows.term(id, term.until());
    }

    public Optional<String> cursor(ConnectedAccount account) {
        return accounts.cursor(account.id());
    }

    /** The lines and where to go on commit together. */
    public Money take(ConnectedAccount account, FedBatch batch, String cursor) {
        FedOutcome outcome = lines.take(batch);
        accounts.looked(account.id(), cursor, outcome.moved());
        return outcome.moved();
    }

    public void balance(ConnectedAccount account, Money said) {
        accounts.balance(account.id(), said);
    }

    public void worked(ConnectionId id, Duration pause) {
        rows.worked(id, clock.instant().plus(scattered(pause)));
        live.announce(Connecting.KIND, id.value());
    }

    /** @param asked how long the bank wants to be left alone at least */
    public void failed(ConnectionId id, String trouble, Optional<Duration> asked) {
        int failures = rows.find(id).map(Connection::failures).orElse(0) + 1;
        rows.failed(id, trouble, retry.next(AGAIN, failures, asked));
        live.announce(Connecting.KIND, id.value());
    }

    /** It was not looked at after all, which is no failure. */
    public void postponed(ConnectionId id, Instant until) {
        rows.lookAt(id, until);
    }

    /** Nobody reads any more until the owner consents again, which people are told. */
    public void expired(ConnectionId id, String reason) {
        if (rows.over(id, ConnectionState.EXPIRED, reason)) {
            audit.record("expired", Connecting.KIND, id.value(), null, Map.of("reason", reason));
            outbox.enqueue(OutboxRequest.now(ConsentOverMail.KIND, id.value(), Map.of(),
                    ConsentOverMail.KIND + ":" + id + ":" + clock.millis()));
            live.announce(Connecting.KIND, id.value());
        }
    }

    /** Tells people once at each of the days before a consent ends. */
    public Optional<Instant> warn() {
        for (Connection connection : rows.all()) {
            if (connection.state() == ConnectionState.CONNECTED) {
                connection.daysLeft(clock).ifPresent(days -> warn(connection, days));
            }
        }
        return rows.next();
    }

    private void warn(Connection connection, long days) {
        if (days <= 0) {
            expired(connection.id(), "");
            return;
        }
        WARNINGS.stream().filter(warning -> days <= warning).findFirst().ifPresent(warning -> outbox.enqueue(OutboxRequest.now(
                ConsentEndsMail.KIND, connection.id().value(), Map.of(), ConsentEndsMail.KIND + ":" + connection.id() + ":"
                + connection.consentUntil().orElseThrow().getEpochSecond() + ":" + warning)));
    }

    /** Up to a tenth earlier or later, so that not all tenants ask a bank at once. */
    private Duration scattered(Duration pause) {
        Duration tenth = pause.dividedBy(TENTH);
        return pause.minus(tenth).plus(jitter.upTo(tenth.multipliedBy(2)));
    }
}
