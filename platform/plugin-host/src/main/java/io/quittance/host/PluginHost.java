package io.quittance.host;

import io.quittance.config.Configuration;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginRuntime;
import io.quittance.plugin.Refusal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The plugins of this node: checked, loaded, lent out, replaced and stopped. */
@ApplicationScoped
public class PluginHost implements PluginRuntime {

    private Limits limits = Limits.STANDARD;
    private Duration stopPatience = Duration.ofSeconds(35);

    private final Map<PluginId, RunningPlugin> running = new ConcurrentHashMap<>();
    private Configuration configuration;
    private Clock clock;
    private Path quarantine;
    private Nursery nursery;

    protected PluginHost() {
    }

    @Inject
    public PluginHost(Configuration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
        try {
            this.quarantine = Files.createTempDirectory("quittance-plugins");
        } catch (IOException noRoom) {
            throw new UncheckedIOException("no folder for plugins can be made in " + System.getProperty("java.io.tmpdir"), noRoom);
        }
        this.nursery = new Nursery(new ClassRooms(quarantine), clock, configuration.number("quittance.plugins.calls.max", 32),
            Duration.ofSeconds(configuration.number("quittance.plugins.call.seconds", 30)));
    }

    /** With limits of its own, for tests. */
    PluginHost(Configuration configuration, Clock clock, Limits limits, Duration stopPatience) {
        this(configuration, clock);
        this.limits = limits;
        this.stopPatience = stopPatience;
    }

    Path quarantine() {
        return quarantine;
    }

    @Override
    public List<InstalledPlugin> installed() {
        return running.values().stream().map(RunningPlugin::now).toList();
    }

    @Override
    public Optional<InstalledPlugin> find(PluginId id) {
        return Optional.ofNullable(running.get(id)).map(RunningPlugin::now);
    }

    @Override
    public <C, R> Loan<R> lend(PluginId id, Class<C> capability, Function<? super C, ? extends R> work) {
        RunningPlugin plugin = running.get(id);
        if (plugin == null) {
            return new Loan.Unavailable<>(id + " is not installed");
        }
        if (!capability.isInstance(plugin.extension())) {
            return new Loan.Unavailable<>(id + " cannot do " + capability.getSimpleName());
        }
        return plugin.guard().call(() -> work.apply(capability.cast(plugin.extension())));
    }

    @Override
    public synchronized InstallOutcome install(Path archive) {
        try {
            CheckedArchive checked = CheckedArchive.of(archive, quarantine, trusted(), limits);
            return replace(checked);
        } catch (Unfit refused) {
            return refused.outcome();
        }
    }

    private InstallOutcome replace(CheckedArchive checked) throws Unfit {
        PluginId id = checked.manifest().id();
        RunningPlugin before = running.get(id);
        if (before != null && before.described().sha256().equals(checked.sha256())) {
            checked.discard();
            return new InstallOutcome.Installed(before.now());
        }
        if (before != null && !before.guard().close(stopPatience)) {
            checked.discard();
            throw new Unfit(Refusal.BUSY, "the running version " + before.described().version() + " has calls under way");
        }
        if (before != null) {
            nursery.unload(id);
        }
        try {
            RunningPlugin started = nursery.load(checked);
            running.put(id, started);
            if (before != null) {
                delete(before.archive());
            }
            return new InstallOutcome.Installed(started.now());
        } catch (Unfit refused) {
            checked.discard();
            if (before != null) {
                running.put(id, nursery.reload(before));
            }
            throw refused;
        }
    }

    @Override
    public synchronized boolean remove(PluginId id) {
        RunningPlugin plugin = running.get(id);
        if (plugin == null || !plugin.guard().close(stopPatience)) {
            return false;
        }
        running.remove(id);
        nursery.unload(id);
        delete(plugin.archive());
        return true;
    }

    /** The publishers' file is read at each install, so that a key can be added or withdrawn without a restart. */
    private PublisherKeys trusted() {
        Optional<String> file = configuration.find("quittance.plugins.trusted.keys");
        try {
            return file.isPresent() ? PublisherKeys.read(Path.of(file.get())) : new PublisherKeys(Map.of());
        } catch (IOException absent) {
            throw new UncheckedIOException("the publishers' keys cannot be read from " + file.get(), absent);
        }
    }

    @PreDestroy
    synchronized void close() {
        for (PluginId id : List.copyOf(running.keySet())) {
            running.get(id).guard().close(Duration.ofSeconds(2));
            nursery.unload(id);
            delete(running.remove(id).archive());
        }
        delete(quarantine);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            path.toFile().deleteOnExit();
        }
    }
}
