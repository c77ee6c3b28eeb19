package io.quittance.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.ApiRequest;
import io.quittance.testkit.contract.Breaks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that the plugin can send, held against Stripe's own document. */
class StripeRequestsTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final GatewayPaymentId MANDATE = new GatewayPaymentId("cus_1/pm_1/card");

    private final StripeGateway gateway = new StripeGateway();
    private StripeWorld world;

    @BeforeEach
    void open() {
        world = new StripeWorld();
    }

    @AfterEach
    void shut() {
        world.close();
    }

    @Test
    void every_request_is_right_and_any_damage_to_it_is_noticed() {
        sendEverything();
        assertThat(world.server.faults()).isEmpty();
        assertThat(world.stripe.complaints()).isEmpty();
        Map<String, ApiRequest> kinds = new LinkedHashMap<>();
        for (ApiRequest request : world.server.requests()) {
            kinds.putIfAbsent(request.method() + request.path().replaceAll("_(test_)?\\d+", "") + names(request), request);
        }
        Breaks breaks = new Breaks(StripeWorld.document());
        List<String> damages = new ArrayList<>();
        for (ApiRequest request : kinds.values()) {
            for (Breaks.Broken broken : breaks.of(request)) {
                assertThat(StripeWorld.document().faults(broken.request())).as(request + " " + broken.what()).isNotEmpty();
                damages.add(broken.what());
            }
        }
        assertThat(damages).contains("without success_url", "without amount", "without currency",
            "without line_items[0][price_data][currency]",
            "line_items[0][price_data][unit_amount] as nonsense", "mode as nonsense", "payment_method_types[0] as nonsense",
            "payment_method_options[customer_balance][bank_transfer][type] as nonsense", "query created[gte] as nonsense");
        assertThat(kinds).hasSizeGreaterThan(15);
    }

    private static String names(ApiRequest request) {
        return StripeCompany.fields(request.query()).keySet().toString() + StripeCompany.fields(request.body()).keySet();
    }

    /** One of each, so that all parameters are sent at least once. */
    private void sendEverything() {
        GatewayCall call = world.call("methods", "card,sepa_debit,customer_balance", "bank-transfer-country", "NL");
        HostedPage transfer = (HostedPage) gateway.start(StripeWorld.request("attempt-1", HUNDRED), call);
        HostedPage agreed = (HostedPage) gateway.agree(StripeWorld.request("attempt-2", HUNDRED), world.call());
        ObjectNode intent = StripeActions.pay(world.stripe, agreed.payment().value(), "card");
        gateway.refund(new Refund(new IdempotencyKey("refund-1"), new GatewayPaymentId(intent.get("id").asText()),
            Money.ofMinor(500, "EUR"), "returned"), call);
        StripeActions.dispute(world.stripe, intent);
        gateway.charge(new Charge(new IdempotencyKey("charge-1"), MANDATE, HUNDRED, "INV-2"), call);
        StripeActions.decline(world.stripe, transfer.payment().value());
        StripeActions.payOut(world.stripe, "eur");
        gateway.look("payment:" + intent.get("id").asText(), call);
        gateway.look("payment:" + world.stripe.get(transfer.payment().value()).get("payment_intent").asText(), call);
        gateway.look("session:" + transfer.payment().value(), call);
        world.stripe.makeAs("setup_intent", "seti_1").put("status", "succeeded").put("payment_method", "pm_1").put("customer", "cus_1");
        world.stripe.makeAs("payment_method", "pm_1").put("customer", "cus_1");
        gateway.look("setup:seti_1", call);
        gateway.look("mandate-ended:pm_1", call);
        gateway.look("payout:" + world.stripe.all("payout").getFirst().get("id").asText(), call);
        gateway.agreeWithoutPaying(StripeWorld.agreement("attempt-3"), call);
        gateway.forget(MANDATE, call);
        gateway.ask(new Inquiry(new IdempotencyKey("nobody"), Optional.empty(), StripeWorld.NOW.minusSeconds(600)), call);
        gateway.ask(new Inquiry(new IdempotencyKey("attempt-2"), Optional.of(agreed.payment()), StripeWorld.NOW), call);
        gateway.payouts(StripeWorld.NOW, Optional.empty(), call);
        gateway.payouts(StripeWorld.NOW.plusSeconds(86_400), Optional.empty(), call);
        gateway.check(call);
    }

    @Test
    void an_order_is_repeated_under_its_key_and_carried_out_once() {
        HostedPage first = (HostedPage) gateway.start(StripeWorld.request("attempt-1", HUNDRED), world.call());
        assertThat(gateway.start(StripeWorld.request("attempt-1", HUNDRED), world.call(StripeWorld.NOW.plusSeconds(90)))).isEqualTo(first);
        assertThat(world.stripe.all("checkout.session")).hasSize(1);
        assertThat(world.server.requests()).allSatisfy(request ->
            assertThat(request.header("idempotency-key")).contains("checkout-attempt-1"));
    }

    @Test
    void the_key_travels_with_everything_that_stripe_keeps() {
        HostedPage page = (HostedPage) gateway.start(StripeWorld.request("attempt-1", HUNDRED), world.call());
        Map<String, String> sent = StripeCompany.fields(world.server.requests().getFirst().body());
        assertThat(sent).containsEntry("client_reference_id", "attempt-1").containsEntry("metadata[quittance_attempt]", "attempt-1")
            .containsEntry("payment_intent_data[metadata][quittance_attempt]", "attempt-1")
            .containsEntry("success_url", "https://acme.example/back?a=1&b=2").containsEntry("locale", "de")
            .containsEntry("payment_intent_data[statement_descriptor_suffix]", "ACME");
        assertThat(page.page()).hasHost("checkout.stripe.com");
        assertThat(page.expiresAt()).isAfter(StripeWorld.NOW);
    }

    @Test
    void an_agreement_without_payment_names_only_methods_that_can_be_charged_again() {
        gateway.agreeWithoutPaying(StripeWorld.agreement("a"), world.call("methods", "customer_balance,sepa_debit,ideal,card"));
        assertThat(StripeCompany.fields(world.server.requests().getFirst().body())).containsEntry("mode", "setup")
            .containsEntry("payment_method_types[0]", "sepa_debit").containsEntry("payment_method_types[1]", "card")
            .containsEntry("setup_intent_data[metadata][quittance_attempt]", "a").doesNotContainKey("payment_method_types[2]");
        assertThat(gateway.agreeWithoutPaying(StripeWorld.agreement("b"), world.call("methods", "customer_balance")))
            .isInstanceOf(Declined.class);
    }

    @Test
    void a_method_that_does_not_take_the_currency_is_left_out() {
        gateway.start(StripeWorld.request("a", Money.ofMinor(10_000, "CHF")), world.call("methods", "card,sepa_debit,customer_balance"));
        assertThat(StripeCompany.fields(world.server.requests().getFirst().body())).containsEntry("payment_method_types[0]", "card")
            .doesNotContainKeys("payment_method_types[1]", "customer");
        assertThat(gateway.start(StripeWorld.request("b", Money.ofMinor(10_000, "CHF")), world.call("methods", "sepa_debit")).toString())
            .contains("CHF", "add one");
        assertThat(world.server.requests()).hasSize(1);
    }
}
