package io.quittance.host;

import io.quittance.plugin.Capability;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginHealth;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.Refusal;
import io.quittance.spi.Extension;
import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.order.OrderSource;
import io.quittance.spi.settings.SettingsField;
import io.quittance.spi.settings.SettingsForm;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pf4j.PluginRuntimeException;

/** Where a checked archive comes to life and has to prove it, before anybody can borrow it. */
final class Nursery {

    private static final int NAME_MAX = 100;
    private static final List<Class<? extends Extension>> KINDS = List.of(PaymentGateway.class, BankFeed.class, OrderSource.class);

    private final ClassRooms rooms;
    private final Clock clock;
    private final int callsMax;
    private final Duration callLimit;

    Nursery(ClassRooms rooms, Clock clock, int callsMax, Duration callLimit) {
        this.rooms = rooms;
        this.clock = clock;
        this.callsMax = callsMax;
        this.callLimit = callLimit;
    }

    /** @throws Unfit when it does not prove what its manifest says; nothing of it stays loaded then */
    RunningPlugin load(CheckedArchive archive) throws Unfit {
        PluginManifest manifest = archive.manifest();
        String id = manifest.id().value();
        Guard guard = null;
        boolean alive = false;
        try {
            ClassLoader room = rooms.open(id, archive.file());
            guard = new Guard(id, room, callsMax, callLimit, clock);
            List<Extension> extensions = answer(guard.call(() -> extensions(room)), Refusal.DOES_NOT_LOAD);
            if (extensions.size() != 1) {
                throw new Unfit(Refusal.NO_EXTENSION, "it offers " + extensions.size() + " extensions, one is needed");
            }
            Extension extension = extensions.getFirst();
            InstalledPlugin proven = prove(guard, extension, archive);
            alive = true;
            return new RunningPlugin(archive.file(), extension, guard, proven, clock.instant());
        } catch (PluginRuntimeException | LinkageError broken) {
            throw new Unfit(Refusal.DOES_NOT_LOAD, String.valueOf(broken.getMessage()));
        } finally {
            if (!alive) {
                if (guard != null) {
                    guard.close(Duration.ofSeconds(1));
                }
                unload(manifest.id());
            }
        }
    }

    /** What the plugin offers, by the interface under which it names it. */
    private static List<Extension> extensions(ClassLoader room) {
        return KINDS.stream().<Extension>flatMap(kind -> ClassRooms.extensions(room, kind).stream()).toList();
    }

    private InstalledPlugin prove(Guard guard, Extension extension, CheckedArchive archive) throws Unfit {
        PluginManifest manifest = archive.manifest();
        String id = answer(guard.call(extension::id), Refusal.ID_DIFFERS);
        if (!id.equals(manifest.id().value())) {
            throw new Unfit(Refusal.ID_DIFFERS, "the manifest says " + manifest.id() + ", the extension says " + id);
        }
        Set<Capability> able = Capability.of(extension);
        if (!able.equals(manifest.capabilities())) {
            throw new Unfit(Refusal.CAPABILITIES_DIFFER, "the manifest declares " + labels(manifest.capabilities())
                + ", the extension implements " + labels(able));
        }
        String name = answer(guard.call(extension::name), Refusal.FORM_UNREADABLE);
        SettingsForm form = answer(guard.call(extension::settings), Refusal.FORM_UNREADABLE);
        Set<String> secrets = form.fields().stream().filter(SettingsField.Secret.class::isInstance)
            .map(SettingsField::key).collect(Collectors.toSet());
        if (name.isBlank() || name.length() > NAME_MAX || !secrets.equals(manifest.secrets())) {
            throw new Unfit(Refusal.FORM_UNREADABLE, "its name must be short and its secrets " + secrets
                + " be those of the manifest, " + manifest.secrets());
        }
        return new InstalledPlugin(manifest.id(), manifest.version().toString(), name, archive.publisher(), archive.sha256(), able,
            manifest.hosts(), form, new PluginHealth(PluginHealth.State.RUNNING, clock.instant(), ""));
    }

    private static <R> R answer(Loan<R> loan, Refusal otherwise) throws Unfit {
        return switch (loan) {
            case Loan.Returned<R>(R value) -> value;
            case Loan.Unavailable<R>(String reason) -> throw new Unfit(otherwise, reason);
            case Loan.Broken<R>(String reason) -> throw new Unfit(otherwise, reason);
        };
    }

    private static List<String> labels(Set<Capability> capabilities) {
        return capabilities.stream().map(Capability::label).sorted().toList();
    }

    /** Brings back a version that was stopped for a successor which then failed. It was proven before. */
    RunningPlugin reload(RunningPlugin before) {
        String id = before.described().id().value();
        ClassLoader room = rooms.open(id, before.archive());
        Guard guard = new Guard(id, room, callsMax, callLimit, clock);
        return new RunningPlugin(before.archive(), extensions(room).getFirst(), guard, before.described(), clock.instant());
    }

    void unload(PluginId id) {
        rooms.close(id.value());
    }
}
