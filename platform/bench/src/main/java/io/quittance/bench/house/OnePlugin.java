package io.quittance.bench.house;

import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginHealth;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginRuntime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** In place of any plugin host on the class path: the bench's own gateway, called on the caller's thread. */
@Alternative
@Priority(1)
@ApplicationScoped
public class OnePlugin implements PluginRuntime {

    private final BenchGateway gateway = new BenchGateway();

    @Override
    public List<InstalledPlugin> installed() {
        return List.of(new InstalledPlugin(new PluginId(BenchGateway.ID), "1.0.0", gateway.name(), "bench", "0".repeat(64),
                Capability.of(gateway), List.of(), gateway.settings(),
                new PluginHealth(PluginHealth.State.RUNNING, Instant.EPOCH, "")));
    }

    @Override
    public <C, R> Loan<R> lend(PluginId id, Class<C> capability, Function<? super C, ? extends R> work) {
        return id.value().equals(BenchGateway.ID) && capability.isInstance(gateway)
                ? new Loan.Returned<>(work.apply(capability.cast(gateway)))
                : new Loan.Unavailable<>("no such plugin runs while it is measured");
    }

    @Override
    public InstallOutcome install(Path archive) {
        throw new UnsupportedOperationException("nothing is installed while it is measured");
    }

    @Override
    public boolean remove(PluginId id) {
        return false;
    }
}
