package io.quittance.bankfeed.control;

import io.quittance.Fault;
import io.quittance.Sha256;
import io.quittance.audit.AuditTrail;
import io.quittance.bankfeed.AccountChoice;
import io.quittance.bankfeed.ConnectedAccount;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.ConnectionState;
import io.quittance.live.LiveChanges;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.bankfeed.Consent;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Consents: begun, given, renewed and ended. */
@ApplicationScoped
public class Connecting {

    /** Kind of what is announced and audited. */
    static final String KIND = "bank-feed";

    /** How long an owner may take at the bank. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Inject
    ConnectionRows rows;
    @Inject
    AccountRows accounts;
    @Inject
    TimeOrderedIds ids;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Doorbell bell;
    @Inject
    Clock clock;

    /** The connection that the key stands for. */
    public ConnectionId make(String key, InstallationId installation, PluginId plugin, String name) {
        ConnectionId fresh = new ConnectionId(ids.next());
        return rows.add(fresh, key, installation, plugin, name) ? fresh : rows.ofKey(key).orElseThrow();
    }

    public Optional<ConnectionRows.Opened> open(ConnectionId id) {
        return rows.open(id);
    }

    public void begun(ConnectionId id, Grant pending, String state) {
        rows.begun(id, pending, digest(state), clock.instant().plus(PATIENCE));
        audit.record("begun", KIND, id.value(), null, Map.of("until", clock.instant().plus(PATIENCE)));
    }

    public Optional<ConnectionRows.Opened> waiting(String state) {
        return rows.waiting(digest(state));
    }

    /** @return false when nothing waits for that state any more */
    public boolean connected(String state, Consent.Granted granted, Consent.Term term, List<FeedAccount> shown) {
        Optional<Connection> waiting = rows.waiting(digest(state)).map(ConnectionRows.Opened::connection);
        waiting.ifPresent(connection -> {
            ConnectionId id = connection.id();
            rows.connected(id, granted.grant(), granted.bank(), term.until());
            accounts.show(id, shown);
            rows.lookAt(id, clock.instant());
            bell.ring(FeedBell.KIND);
            audit.record(connection.state() == ConnectionState.BEGUN ? "connected" : "renewed", KIND, id.value(), connection.state(),
                    Map.of("bank", granted.bank(), "accounts", shown.size(), "until", term.until().map(Object::toString).orElse("")));
            live.announce(KIND, id.value());
        });
        return waiting.isPresent();
    }

    public void declined(ConnectionId id, String reason) {
        rows.forgetPending(id);
        audit.record("declined", KIND, id.value(), null, Map.of("reason", reason));
    }

    /** @return why it was refused; empty when it was changed */
    public List<Fault> choose(ConnectionId id, List<AccountChoice> choices) {
        List<Fault> faults = new ArrayList<>();
        List<ConnectedAccount> elsewhere = rows.all().stream().filter(other -> !other.id().equals(id))
                .filter(other -> other.state() != ConnectionState.ENDED).flatMap(other -> other.chosen().stream()).toList();
        for (int i = 0; i < choices.size(); i++) {
            AccountChoice choice = choices.get(i);
            String number = choice.number().replace(" ", "");
            String field = "accounts[" + i + "].number";
            if (choice.chosen() && number.isEmpty()) {
                faults.add(Fault.of(field, "", "text.missing"));
            } else if (choice.chosen() && elsewhere.stream().anyMatch(other -> other.number().equalsIgnoreCase(number))) {
                faults.add(Fault.of(field, number, "feed.taken"));
            }
        }
        if (faults.isEmpty()) {
            choices.forEach(choice -> accounts.choose(id, choice));
            audit.record("chosen", KIND, id.value(), null, choices);
            rows.lookAt(id, clock.instant());
            bell.ring(FeedBell.KIND);
            live.announce(KIND, id.value());
        }
        return faults;
    }

    /** @return false when it had ended already */
    public boolean end(ConnectionId id) {
        boolean ended = rows.over(id, ConnectionState.ENDED, "");
        if (ended) {
            rows.forgetPending(id);
            audit.record("ended", KIND, id.value(), null, null);
            live.announce(KIND, id.value());
        }
        return ended;
    }

    /** States are kept as digests: whoever reads the table cannot play an answer of the bank. */
    private static String digest(String state) {
        return Sha256.hex(state);
    }
}
