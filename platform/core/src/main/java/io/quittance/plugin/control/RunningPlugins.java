package io.quittance.plugin.control;

import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The runtime, if this deployment has one: programs that need no plugins run without. */
@ApplicationScoped
public class RunningPlugins {

    @Inject
    Instance<PluginRuntime> runtime;

    public List<InstalledPlugin> all() {
        return runtime.stream().flatMap(present -> present.installed().stream())
            .sorted(Comparator.comparing(InstalledPlugin::name)).toList();
    }

    public Optional<InstalledPlugin> find(PluginId id) {
        return runtime.stream().flatMap(present -> present.find(id).stream()).findFirst();
    }

    public <C, R> Loan<R> lend(PluginId id, Class<C> capability, Function<? super C, ? extends R> work) {
        return runtime.isResolvable() ? runtime.get().lend(id, capability, work)
            : new Loan.Unavailable<>("this deployment runs no plugins");
    }
}
