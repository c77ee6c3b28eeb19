package io.quittance.plugins.openbanking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.InstalledPlugin;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.bankfeed.Consent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host. */
class OpenBankingArchiveIT {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.plugins.built"));
    private static final PluginId UK = new PluginId("openbanking-uk");

    private final PluginHost host = new PluginHost(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return name.equals("quittance.plugins.trusted.keys")
                ? Optional.of(FOLDER.resolveSibling("trusted-keys").toString()) : Optional.empty();
        }
    }, Clock.systemUTC());

    @Test
    void a_page_opens_through_the_signed_archive() {
        assertThat(host.install(FOLDER.resolve("openbanking-uk.jar"))).isInstanceOf(InstallOutcome.Installed.class);
        InstalledPlugin plugin = host.find(UK).orElseThrow();
        assertThat(plugin.capabilities()).containsExactlyInAnyOrder(Capability.BANK_FEED);
        assertThat(plugin.hosts()).containsExactly("setting:api-base", "setting:token-endpoint", "setting:jwks-uri");
        try (BankWorld bank = new BankWorld()) {
            Loan<Consent.Begun> loan = host.lend(UK, BankFeed.class, feed -> feed.begin(BankWorld.wish(Optional.empty()),
                bank.world.call()));
            assertThat(((Loan.Returned<Consent.Begun>) loan).value()).isInstanceOf(Consent.Opened.class);
        } finally {
            assertThat(host.remove(UK)).isTrue();
        }
    }
}
