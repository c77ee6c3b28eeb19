package io.quittance.plugins.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.money.Money;
import io.quittance.testkit.gateway.GatewayWorld;
import io.quittance.testkit.gateway.SignedArchive;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host. */
class AdyenArchiveIT {

    @Test
    void a_page_opens_through_the_signed_archive() {
        try (SignedArchive archive = SignedArchive.install("adyen", trust -> new PluginHost(trust, Clock.systemUTC()));
                AdyenWorld adyen = new AdyenWorld()) {
            assertThat(archive.plugin().capabilities()).containsExactlyInAnyOrder(
                Capability.PAYMENT_GATEWAY, Capability.CHECKOUT, Capability.REFUNDS, Capability.WEBHOOK_RECEIVER,
                Capability.EVENT_LOOKUP, Capability.PAYMENT_INQUIRY, Capability.SETTINGS_CHECK);
            assertThat(archive.plugin().hosts())
                .containsExactly("checkout-test.adyen.com", "*.adyenpayments.com", "ca-test.adyen.com", "ca-live.adyen.com",
                "setting:api-base");
            assertThat(archive.<Checkout, CheckoutOutcome>lend(Checkout.class, checkout -> checkout.start(
                GatewayWorld.request("attempt-1", Money.ofMinor(10_000, "EUR")), adyen.world.call()))).isInstanceOf(HostedPage.class);
        }
    }
}
