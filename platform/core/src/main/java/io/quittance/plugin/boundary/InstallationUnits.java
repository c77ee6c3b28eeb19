package io.quittance.plugin.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.plugin.InstallationChanged;
import io.quittance.plugin.InstallationChanged.Change;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.TestResult;
import io.quittance.plugin.control.InstallationQueries;
import io.quittance.plugin.control.SealedSettings;
import io.quittance.plugin.entity.InstallationRecord;
import io.quittance.tenancy.Boundary;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units of work behind {@link Plugins} and {@link Gateways}, kept apart from them since these must not have a unit
 * open while they call a plugin. Hands out opened settings, so it stays in this package.
 */
@Boundary
class InstallationUnits {

    @Inject
    InstallationQueries installations;
    @Inject
    SealedSettings sealed;
    @Inject
    Event<InstallationChanged> changed;
    @Inject
    Clock clock;

    /** An installation with its settings open. */
    record Opened(InstallationId id, PluginId plugin, boolean enabled, Map<String, String> values, Instant changedAt,
                  Optional<TestResult> lastTest) {
        @Override
        public String toString() {
            return "Opened[" + id + "]";
        }
    }

    @Requires({Permission.GATEWAY_READ, Permission.GATEWAY_MANAGE, Permission.PORTAL_PAY, Permission.PAYMENT_RECORD,
        Permission.PAYMENT_READ, Permission.PAYMENT_INTAKE, Permission.BANK_FEED_MANAGE})
    public List<Opened> all() {
        return installations.all().stream().map(this::opened).toList();
    }

    @Requires({Permission.GATEWAY_READ, Permission.GATEWAY_MANAGE, Permission.PORTAL_PAY, Permission.PAYMENT_RECORD,
        Permission.PAYMENT_REFUND, Permission.PAYMENT_INTAKE, Permission.BANK_FEED_MANAGE})
    public Optional<Opened> find(InstallationId id) {
        return installations.find(id).map(this::opened);
    }

    @Requires({Permission.GATEWAY_MANAGE, Permission.PAYMENT_REFUND})
    public Optional<Opened> of(PluginId plugin) {
        return installations.of(plugin).map(this::opened);
    }

    /** Enables the plugin under the id of its route, or gives an enabled one new settings. */
    @Requires(Permission.GATEWAY_MANAGE)
    public void enable(InstallationId id, PluginId plugin, Map<String, String> values) {
        Optional<InstallationRecord> known = installations.find(id);
        boolean wasEnabled = known.map(InstallationRecord::isEnabled).orElse(false);
        InstallationRecord record = known.orElseGet(() -> new InstallationRecord(id, plugin));
        record.enable(sealed.seal(id, values), clock.instant());
        if (known.isEmpty()) {
            installations.add(record);
        }
        changed.fire(new InstallationChanged(id, plugin, wasEnabled ? Change.SETTINGS_CHANGED : Change.ENABLED));
    }

    /** False when it is not enabled. */
    @Requires(Permission.GATEWAY_MANAGE)
    public boolean disable(PluginId plugin) {
        Optional<InstallationRecord> enabled = installations.of(plugin).filter(InstallationRecord::isEnabled);
        enabled.ifPresent(record -> {
            record.disable(clock.instant());
            changed.fire(new InstallationChanged(record.id(), plugin, Change.DISABLED));
        });
        return enabled.isPresent();
    }

    @Requires(Permission.GATEWAY_MANAGE)
    public void tested(InstallationId id, TestResult result) {
        installations.find(id).ifPresent(record -> record.tested(result));
    }

    private Opened opened(InstallationRecord record) {
        return new Opened(record.id(), record.plugin(), record.isEnabled(), sealed.open(record.id(), record.sealedSettings()),
            record.changedAt(), record.lastTest());
    }
}
