package io.quittance.bench.house;

import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** In place of the plugin host: there are none. */
@ApplicationScoped
public class NoPlugins implements PluginRuntime {

    @Override
    public List<InstalledPlugin> installed() {
        return List.of();
    }

    @Override
    public <C, R> Loan<R> lend(PluginId id, Class<C> capability, Function<? super C, ? extends R> work) {
        return new Loan.Unavailable<>("no plugin runs while it is measured");
    }

    @Override
    public InstallOutcome install(Path archive) {
        throw new UnsupportedOperationException("no plugin runs while it is measured");
    }

    @Override
    public boolean remove(PluginId id) {
        return false;
    }
}
