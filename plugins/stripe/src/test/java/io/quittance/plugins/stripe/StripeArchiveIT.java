package io.quittance.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.host.PluginHost;
import io.quittance.plugin.Capability;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.money.Money;
import io.quittance.testkit.gateway.SignedArchive;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The archive as it is built and signed, installed by the platform's own host, from a checkout to the money. */
class StripeArchiveIT {

    @Test
    void a_checkout_becomes_money_through_the_signed_archive() {
        try (SignedArchive archive = SignedArchive.install("stripe", trust -> new PluginHost(trust, Clock.systemUTC()));
                StripeWorld world = new StripeWorld()) {
            assertThat(archive.plugin().capabilities()).containsExactlyInAnyOrder(Capability.PAYMENT_GATEWAY, Capability.CHECKOUT,
                Capability.REFUNDS, Capability.REFUND_INQUIRY, Capability.WEBHOOK_RECEIVER, Capability.EVENT_LOOKUP,
                Capability.PAYMENT_INQUIRY,
                Capability.PAYOUT_SOURCE, Capability.SAVED_METHODS, Capability.SETTINGS_CHECK);
            assertThat(archive.plugin().hosts()).containsExactly("api.stripe.com", "setting:api-base");
            HostedPage page = (HostedPage) archive.<Checkout, CheckoutOutcome>lend(Checkout.class,
                checkout -> checkout.start(StripeWorld.request("attempt-1", Money.ofMinor(10_000, "EUR")), world.call()));
            ObjectNode intent = StripeActions.pay(world.stripe, page.payment().value(), "sepa_debit");
            WebhookDelivery delivery = StripeWorld.delivery(world.stripe.event("evt_1", "payment_intent.succeeded", intent),
                StripeWorld.NOW, StripeWorld.SECRET);
            WebhookOutcome.Hint hint = (WebhookOutcome.Hint) archive.<WebhookReceiver, WebhookOutcome>lend(WebhookReceiver.class,
                receiver -> receiver.receive(delivery, world.call()));
            EventLookup.Result.Found found = (EventLookup.Result.Found) archive.<EventLookup, EventLookup.Result>lend(EventLookup.class,
                lookup -> lookup.look(hint.about(), world.call()));
            assertThat(found.events()).hasExactlyElementsOfTypes(PaymentEvent.Captured.class, PaymentEvent.Fee.class);
            assertThat(((PaymentEvent.Captured) found.events().getFirst()).label()).isEqualTo("SEPA debit •••• 3000");
            assertThat(world.server.faults()).isEmpty();
        }
    }
}
