package io.quittance.testing;

import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginHealth;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginRuntime;
import io.quittance.spi.Extension;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Gateways and feeds that tests put in by hand, called on the caller's thread. Has none until a test adds one. */
@ApplicationScoped
public class FakeGateways implements PluginRuntime {

    private final Map<PluginId, Extension> gateways = new ConcurrentHashMap<>();

    public PluginId add(Extension gateway) {
        PluginId id = new PluginId(gateway.id());
        gateways.put(id, gateway);
        return id;
    }

    @Override
    public List<InstalledPlugin> installed() {
        return gateways.entrySet().stream().map(entry -> new InstalledPlugin(entry.getKey(), "1.0.0", entry.getValue().name(), "test",
            "0".repeat(64), Capability.of(entry.getValue()), List.of("setting:api-base"), entry.getValue().settings(),
            new PluginHealth(PluginHealth.State.RUNNING, Instant.EPOCH, ""))).toList();
    }

    @Override
    public <C, R> Loan<R> lend(PluginId id, Class<C> capability, Function<? super C, ? extends R> work) {
        Extension gateway = gateways.get(id);
        if (!capability.isInstance(gateway)) {
            return new Loan.Unavailable<>(id + " cannot do " + capability.getSimpleName());
        }
        try {
            return new Loan.Returned<>(work.apply(capability.cast(gateway)));
        } catch (IllegalStateException thrown) {
            return new Loan.Broken<>(id + " failed: " + thrown.getMessage());
        }
    }

    @Override
    public InstallOutcome install(Path archive) {
        throw new UnsupportedOperationException("tests add gateways by hand");
    }

    @Override
    public boolean remove(PluginId id) {
        return gateways.remove(id) != null;
    }
}
