package io.quittance.bankfeed.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.bankfeed.AccountChoice;
import io.quittance.bankfeed.ConnectedAccount;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.control.Connecting;
import io.quittance.bankfeed.control.ConnectionRows;
import io.quittance.bankfeed.control.Looking;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.reconciliation.FedBatch;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The units of work around the calls of feeds. Hands out opened grants, so it stays in this package. */
@Boundary
class FeedUnits {

    @Inject
    Connecting connecting;
    @Inject
    Looking looking;
    @Inject
    ConnectionRows rows;

    @Requires({Permission.RECONCILIATION_READ, Permission.BANK_FEED_MANAGE})
    public List<Connection> all() {
        return rows.all();
    }

    @Requires({Permission.RECONCILIATION_READ, Permission.BANK_FEED_MANAGE})
    public Optional<Connection> find(ConnectionId id) {
        return rows.find(id);
    }

    /** The connection that the key stands for, made at the first call. */
    @Requires(Permission.BANK_FEED_MANAGE)
    public ConnectionId make(String key, InstallationId installation, PluginId plugin, String name) {
        return connecting.make(key, installation, plugin, name);
    }

    @Requires({Permission.BANK_FEED_MANAGE, Permission.SYSTEM})
    public Optional<ConnectionRows.Opened> open(ConnectionId id) {
        return connecting.open(id);
    }

    @Requires(Permission.BANK_FEED_MANAGE)
    public void begun(ConnectionId id, Grant pending, String state) {
        connecting.begun(id, pending, state);
    }

    @Requires(Permission.BANK_FEED_MANAGE)
    public Optional<ConnectionRows.Opened> waiting(String state) {
        return connecting.waiting(state);
    }

    /** @return false when somebody else has finished it meanwhile */
    @Requires(Permission.BANK_FEED_MANAGE)
    public boolean connected(String state, Consent.Granted granted, Consent.Term term, List<FeedAccount> accounts) {
        return connecting.connected(state, granted, term, accounts);
    }

    @Requires(Permission.BANK_FEED_MANAGE)
    public void declined(ConnectionId id, String reason) {
        connecting.declined(id, reason);
    }

    @Requires(Permission.BANK_FEED_MANAGE)
    public List<Fault> choose(ConnectionId id, List<AccountChoice> choices) {
        return connecting.choose(id, choices);
    }

    @Requires(Permission.BANK_FEED_MANAGE)
    public boolean end(ConnectionId id) {
        return connecting.end(id);
    }

    @Requires({Permission.BANK_FEED_MANAGE, Permission.RECONCILIATION_RUN})
    public boolean soon(ConnectionId id) {
        return looking.soon(id);
    }

    @Requires(Permission.SYSTEM)
    public List<ConnectionId> due() {
        return looking.due();
    }

    @Requires({Permission.SYSTEM, Permission.BANK_FEED_MANAGE})
    public void keep(ConnectionId id, Grant grant) {
        looking.keep(id, grant);
    }

    @Requires(Permission.SYSTEM)
    public void term(ConnectionId id, Consent.Term term) {
        looking.term(id, term);
    }

    @Requires(Permission.SYSTEM)
    public Optional<String> cursor(ConnectedAccount account) {
        return looking.cursor(account);
    }

    /** @return by how much the account moved by what is known now */
    @Requires(Permission.SYSTEM)
    public Money take(ConnectedAccount account, FedBatch batch, String cursor) {
        return looking.take(account, batch, cursor);
    }

    @Requires(Permission.SYSTEM)
    public void balance(ConnectedAccount account, Money said) {
        looking.balance(account, said);
    }

    @Requires(Permission.SYSTEM)
    public void worked(ConnectionId id, Duration pause) {
        looking.worked(id, pause);
    }

    @Requires(Permission.SYSTEM)
    public void failed(ConnectionId id, String trouble, Optional<Duration> asked) {
        looking.failed(id, trouble, asked);
    }

    @Requires(Permission.SYSTEM)
    public void postponed(ConnectionId id, Instant until) {
        looking.postponed(id, until);
    }

    @Requires(Permission.SYSTEM)
    public void expired(ConnectionId id, String reason) {
        looking.expired(id, reason);
    }

    /** Warns of consents that end. @return when to look at anything next */
    @Requires(Permission.SYSTEM)
    public Optional<Instant> warn() {
        return looking.warn();
    }
}
