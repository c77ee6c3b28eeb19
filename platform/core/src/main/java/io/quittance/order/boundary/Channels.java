package io.quittance.order.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.order.Acceptance;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelChanged;
import io.quittance.order.ChannelId;
import io.quittance.order.ChannelKind;
import io.quittance.order.ChannelOutcome;
import io.quittance.order.ChannelSettings;
import io.quittance.order.ChannelVisit;
import io.quittance.order.UnknownBuyer;
import io.quittance.order.control.ChannelRows;
import io.quittance.order.control.ChannelRules;
import io.quittance.order.control.VisitRows;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The accounts by which orders come. */
@Boundary
public class Channels {

    private static final String KIND = "order-channel";
    private static final String OWN_API = "API";

    @Inject
    ChannelRows rows;
    @Inject
    VisitRows visits;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    Event<ChannelChanged> changed;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    @Requires(Permission.SETTINGS_WRITE)
    public ChannelOutcome create(ChannelKind kind, ChannelSettings settings) {
        List<Fault> faults = faults(settings, Optional.empty());
        if (!faults.isEmpty()) {
            return new ChannelOutcome.Refused(faults);
        }
        return new ChannelOutcome.Saved(enter(kind, settings));
    }

    @Requires(Permission.SETTINGS_WRITE)
    public ChannelOutcome change(ChannelId id, ChannelSettings settings) {
        Optional<ChannelAccount> found = rows.lock(id);
        if (found.isEmpty()) {
            return new ChannelOutcome.Unknown(id);
        }
        List<Fault> faults = faults(settings, Optional.of(id));
        if (!faults.isEmpty()) {
            return new ChannelOutcome.Refused(faults);
        }
        rows.change(id, settings);
        note("changed", id, found.get().settings(), settings);
        return saved(id);
    }

    /** Whether orders are taken from it; asking twice is harmless. */
    @Requires(Permission.SETTINGS_WRITE)
    public ChannelOutcome activate(ChannelId id, boolean active) {
        Optional<ChannelAccount> found = rows.lock(id);
        if (found.isEmpty()) {
            return new ChannelOutcome.Unknown(id);
        }
        if (found.get().active() != active) {
            rows.activate(id, active);
            note(active ? "activated" : "deactivated", id, null, null);
        }
        return saved(id);
    }

    /** Sets secrets by name, blank ones are taken away, those not named stay. Values are neither shown nor audited. */
    @Requires(Permission.SETTINGS_WRITE)
    public ChannelOutcome keepSecrets(ChannelId id, Map<String, String> secrets) {
        Optional<ChannelAccount> found = rows.lock(id);
        if (found.isEmpty()) {
            return new ChannelOutcome.Unknown(id);
        }
        Map<String, String> all = new TreeMap<>(rows.secrets(id));
        all.putAll(secrets);
        all.values().removeIf(String::isBlank);
        rows.keepSecrets(id, all);
        note("secrets-changed", id, new TreeSet<>(found.get().secrets()), new TreeSet<>(all.keySet()));
        return saved(id);
    }

    /** Opened. For those who talk to the channel, nobody else. */
    @Requires({Permission.SYSTEM, Permission.ORDER_INTAKE})
    public Map<String, String> secrets(ChannelId id) {
        return rows.secrets(id);
    }

    @Requires({Permission.ORDER_READ, Permission.ORDER_WRITE, Permission.ORDER_INTAKE, Permission.SETTINGS_READ})
    public Optional<ChannelAccount> find(ChannelId id) {
        return rows.find(id);
    }

    /** By name. */
    @Requires({Permission.ORDER_READ, Permission.ORDER_WRITE, Permission.SETTINGS_READ})
    public List<ChannelAccount> all() {
        return rows.all();
    }

    /** How the last visits to mailboxes and connected systems went; none for what was not visited yet, or comes by itself. */
    @Requires({Permission.ORDER_READ, Permission.ORDER_WRITE, Permission.SETTINGS_READ})
    public Map<ChannelId, ChannelVisit> visits() {
        return visits.all();
    }

    /** The account of our own API: the oldest of its kind, made when there is none yet. */
    @Requires(Permission.ORDER_WRITE)
    public ChannelAccount ownApi() {
        return first(ChannelKind.REST).or(() -> {
            rows.takeTurn();
            return first(ChannelKind.REST);
        }).orElseGet(() -> enter(ChannelKind.REST, new ChannelSettings(freeName(), Acceptance.DRAFT, tenant.get().zone(),
                UnknownBuyer.CREATE, Map.of())));
    }

    private Optional<ChannelAccount> first(ChannelKind kind) {
        return rows.all().stream().filter(account -> account.kind() == kind).min((a, b) -> Long.compare(a.id().value(), b.id().value()));
    }

    private String freeName() {
        return rows.named(OWN_API).isEmpty() ? OWN_API : OWN_API + " " + ids.next();
    }

    private ChannelAccount enter(ChannelKind kind, ChannelSettings settings) {
        ChannelAccount account = new ChannelAccount(new ChannelId(ids.next()), kind, true, settings, Set.of(), clock.instant());
        rows.add(account);
        note("created", account.id(), null, Map.of("kind", kind, "settings", settings));
        return account;
    }

    private List<Fault> faults(ChannelSettings settings, Optional<ChannelId> own) {
        List<Fault> faults = new ArrayList<>(ChannelRules.check(settings));
        if (rows.named(settings.name()).filter(holder -> own.filter(holder::equals).isEmpty()).isPresent()) {
            faults.add(Fault.of("name", settings.name(), "channel.nameTaken"));
        }
        return faults;
    }

    private ChannelOutcome saved(ChannelId id) {
        return new ChannelOutcome.Saved(rows.find(id).orElseThrow());
    }

    private void note(String action, ChannelId id, Object before, Object after) {
        audit.record(action, KIND, id.value(), before, after);
        changes.announce(KIND, id.value());
        changed.fire(new ChannelChanged(id));
    }
}
