package io.quittance.plugins.btcpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.config.Configuration;
import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.Loan;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.money.Money;
import io.quittance.testkit.gateway.GatewayWorld;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host. */
class BtcPayArchiveIT {

    private static final Path FOLDER = Path.of(System.getProperty("quittance.plugins.built"));
    private static final PluginId BTCPAY = new PluginId("btcpay");

    private final PluginHost host = new PluginHost(new Configuration() {
        @Override
        public Optional<String> find(String name) {
            return name.equals("quittance.plugins.trusted.keys")
                ? Optional.of(FOLDER.resolveSibling("trusted-keys").toString()) : Optional.empty();
        }
    }, Clock.systemUTC());

    @Test
    void a_page_is_opened_through_the_signed_archive() {
        assertThat(host.install(FOLDER.resolve("btcpay.jar"))).isInstanceOf(InstallOutcome.Installed.class);
        assertThat(host.find(BTCPAY).orElseThrow().capabilities()).containsExactlyInAnyOrder(
            Capability.PAYMENT_GATEWAY, Capability.CHECKOUT, Capability.WEBHOOK_RECEIVER,
            Capability.EVENT_LOOKUP, Capability.PAYMENT_INQUIRY, Capability.SETTINGS_CHECK);
        try (BtcPayWorld world = new BtcPayWorld()) {
            Loan<CheckoutOutcome> loan = host.lend(BTCPAY, Checkout.class,
                checkout -> checkout.start(GatewayWorld.request("attempt-1", Money.ofMinor(100, "EUR")), world.world.call()));
            assertThat(loan).isInstanceOf(Loan.Returned.class);
            assertThat(((Loan.Returned<CheckoutOutcome>) loan).value()).isInstanceOf(HostedPage.class);
        } finally {
            assertThat(host.remove(BTCPAY)).isTrue();
        }
    }
}
