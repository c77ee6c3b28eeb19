package io.quittance.bankfeed;

import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A consent as it stands.
 *
 * @param bank         for people; the feed's name until the bank is known
 * @param consentUntil empty when it has no end, or none is known yet
 * @param lastSuccess  when all chosen accounts were last read
 * @param nextLook     when they will be; empty when nobody looks
 * @param failures     looks in a row that failed
 * @param trouble      why the last one did; empty when it did not
 */
public record Connection(ConnectionId id, InstallationId installation, PluginId plugin, String bank, ConnectionState state,
        Optional<Instant> consentUntil, Optional<Instant> lastSuccess, Optional<Instant> nextLook, int failures, String trouble,
        Instant createdAt, List<ConnectedAccount> accounts) {

    public Connection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
        accounts = List.copyOf(accounts);
    }

    /** Whole days left to read, rounded up; negative when it is over. Empty when the consent has no end. */
    public Optional<Long> daysLeft(Clock clock) {
        long day = Duration.ofDays(1).toSeconds();
        return consentUntil.map(until -> Math.ceilDiv(Duration.between(clock.instant(), until).toSeconds(), day));
    }

    public boolean canRenew() {
        return state != ConnectionState.ENDED;
    }

    public List<ConnectedAccount> chosen() {
        return accounts.stream().filter(ConnectedAccount::chosen).toList();
    }
}
