package io.quittance.plugins.paypal;

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
class PayPalArchiveIT {

    @Test
    void a_page_opens_through_the_signed_archive() {
        try (SignedArchive archive = SignedArchive.install("paypal", trust -> new PluginHost(trust, Clock.systemUTC()));
                PayPalWorld paypal = new PayPalWorld()) {
            assertThat(archive.plugin().capabilities()).containsExactlyInAnyOrder(
                Capability.PAYMENT_GATEWAY, Capability.CHECKOUT, Capability.REFUNDS, Capability.REFUND_INQUIRY,
                Capability.WEBHOOK_RECEIVER, Capability.EVENT_LOOKUP, Capability.PAYMENT_INQUIRY, Capability.PAYOUT_SOURCE,
                Capability.SETTINGS_CHECK);
            assertThat(archive.plugin().hosts()).containsExactly("api-m.paypal.com", "api-m.sandbox.paypal.com", "setting:api-base");
            assertThat(archive.<Checkout, CheckoutOutcome>lend(Checkout.class, checkout -> checkout.start(
                GatewayWorld.request("attempt-1", Money.ofMinor(10_000, "EUR")), paypal.world.call()))).isInstanceOf(HostedPage.class);
        }
    }
}
