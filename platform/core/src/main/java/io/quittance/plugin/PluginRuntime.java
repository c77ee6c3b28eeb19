package io.quittance.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Port: loads plugins, watches over them and lends them out. Implemented outside of core, where class loaders are at home. */
public interface PluginRuntime {

    /** Every plugin that runs, by id. */
    List<InstalledPlugin> installed();

    default Optional<InstalledPlugin> find(PluginId id) {
        return installed().stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /**
     * Calls into a plugin on a thread of its own, for a limited time, counting failures against it.
     *
     * @param capability an SPI interface
     * @param work       called at most once; must not keep the extension, and must not need the caller's tenant
     */
    <C, R> Loan<R> lend(PluginId id, Class<C> capability, Function<? super C, ? extends R> work);

    /**
     * Checks an archive and its detached signature (the same name with {@code .sig} behind it), then loads and starts it.
     * An older version of the same plugin is replaced when its calls have come back.
     */
    InstallOutcome install(Path archive);

    /** Stops a plugin when its calls have come back and forgets it. False when it does not run, or its calls do not come back. */
    boolean remove(PluginId id);
}
