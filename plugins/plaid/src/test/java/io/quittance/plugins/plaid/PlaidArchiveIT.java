package io.quittance.plugins.plaid;

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
class PlaidArchiveIT {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.plugins.built"));
    private static final PluginId PLAID = new PluginId("plaid");

    private final PluginHost host = new PluginHost(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return name.equals("quittance.plugins.trusted.keys")
                ? Optional.of(FOLDER.resolveSibling("trusted-keys").toString()) : Optional.empty();
        }
    }, Clock.systemUTC());

    @Test
    void a_page_opens_through_the_signed_archive() {
        assertThat(host.install(FOLDER.resolve("plaid.jar"))).isInstanceOf(InstallOutcome.Installed.class);
        InstalledPlugin plugin = host.find(PLAID).orElseThrow();
        assertThat(plugin.capabilities()).containsExactlyInAnyOrder(Capability.BANK_FEED, Capability.SETTINGS_CHECK);
        assertThat(plugin.hosts()).containsExactly("production.plaid.com", "sandbox.plaid.com", "setting:api-base");
        try (PlaidWorld plaid = new PlaidWorld()) {
            Loan<Consent.Begun> loan = host.lend(PLAID, BankFeed.class, feed -> feed.begin(PlaidWorld.wish(Optional.empty()),
                plaid.world.call()));
            assertThat(((Loan.Returned<Consent.Begun>) loan).value()).isInstanceOf(Consent.Opened.class);
        } finally {
            assertThat(host.remove(PLAID)).isTrue();
        }
    }
}
