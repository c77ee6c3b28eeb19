package io.quittance.testkit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.PluginRuntime;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A plugin's archive as it is built and signed, installed by the platform's own host until it is closed. */
public final class SignedArchive implements AutoCloseable {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.plugins.built"));

    private final PluginRuntime host;
    private final PluginId id;

    private SignedArchive(PluginRuntime host, PluginId id) {
        this.host = host;
        this.id = id;
    }

    /** @param id also the archive's name. @param host makes the host that trusts the key with which the build signs */
    public static SignedArchive install(String id, Function<Configuration, PluginRuntime> host) {
        SignedArchive archive = new SignedArchive(host.apply(new Configuration() {
            @Override
            public Optional<String> find(String name) {
                return name.equals("quittance.plugins.trusted.keys")
                    ? Optional.of(FOLDER.resolveSibling("trusted-keys").toString()) : Optional.empty();
            }
        }), new PluginId(id));
        assertThat(archive.host.install(path(id))).isInstanceOf(InstallOutcome.Installed.class);
        return archive;
    }

    /** Where the build lays that archive. */
    public static Path path(String id) {
        return FOLDER.resolve(id + ".jar");
    }

    /** What the platform shows of it. */
    public InstalledPlugin plugin() {
        return host.find(id).orElseThrow();
    }

    /** Calls into it, as core does; it must answer. */
    public <C, R> R lend(Class<C> capability, Function<? super C, ? extends R> work) {
        Loan<R> loan = host.lend(id, capability, work);
        assertThat(loan).isInstanceOf(Loan.Returned.class);
        return ((Loan.Returned<R>) loan).value();
    }

    /** Stops it, which must succeed: its calls are back. */
    @Override
    public void close() {
        assertThat(host.remove(id)).isTrue();
    }
}
