package io.quittance.plugins.mollie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.Refunds.Refund;
import io.quittance.spi.gateway.SavedMethods.Charge;
import io.quittance.spi.money.Money;
import io.quittance.testkit.gateway.GatewayWorld;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that the plugin can send, held against Mollie's own document. */
class MollieRequestsTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final GatewayPaymentId MANDATE = new GatewayPaymentId("cst_1/mdt_1");

    private final MollieGateway gateway = new MollieGateway();
    private MollieWorld mollie;

    @BeforeEach
    void open() {
        mollie = new MollieWorld();
    }

    @AfterEach
    void shut() {
        mollie.close();
        assertThat(mollie.mollie.complaints()).isEmpty();
    }

    @Test
    void every_request_is_right_and_any_damage_to_it_is_noticed() {
        sendEverything();
        assertThat(mollie.world.server().faults()).isEmpty();
        assertThat(mollie.world.damages()).contains("without /amount", "without /amount/currency", "without /amount/value",
            "without /description", "without /redirectUrl", "/locale as nonsense", "/sequenceType as nonsense",
            "/customerId as nonsense", "/description misspelt", "query limit as nonsense");
        assertThat(mollie.world.server().requests()).hasSizeGreaterThan(12);
    }

    /** One of each, so that all parameters are sent at least once. */
    private void sendEverything() {
        GatewayCall call = mollie.world.call("methods", "ideal,creditcard");
        HostedPage page = (HostedPage) gateway.start(GatewayWorld.request("attempt-1", HUNDRED), call);
        gateway.agree(GatewayWorld.request("attempt-2", HUNDRED), mollie.world.call());
        gateway.agreeWithoutPaying(GatewayWorld.agreement("attempt-3"), call);
        mollie.mollie.pay(page.payment().value());
        gateway.refund(new Refund(new IdempotencyKey("refund-1"), page.payment(), Money.ofMinor(500, "EUR"), "returned"), call);
        gateway.askRefund(new IdempotencyKey("refund-1"), page.payment(), call);
        mollie.mollie.chargeBack(page.payment().value());
        gateway.charge(new Charge(new IdempotencyKey("charge-1"), MANDATE, HUNDRED, "INV-2"), call);
        gateway.look("payment:" + page.payment(), call);
        gateway.forget(MANDATE, call);
        gateway.ask(new Inquiry(new IdempotencyKey("nobody"), Optional.empty(), GatewayWorld.NOW.minusSeconds(600)), call);
        mollie.mollie.settle();
        gateway.payouts(GatewayWorld.NOW, Optional.empty(), call);
        gateway.check(call);
    }

    @Test
    void an_order_is_repeated_under_its_key_and_carried_out_once() {
        HostedPage first = (HostedPage) gateway.start(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.call());
        assertThat(gateway.start(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.callAt(GatewayWorld.NOW.plusSeconds(90))))
            .isEqualTo(first);
        assertThat(mollie.mollie.all("payment")).hasSize(1);
        assertThat(mollie.world.server().requests())
            .allSatisfy(request -> assertThat(request.header("idempotency-key")).contains("checkout-attempt-1"));
    }

    @Test
    void the_key_the_language_and_both_addresses_go_along() {
        gateway.start(GatewayWorld.request("attempt-1", HUNDRED), mollie.world.call());
        JsonNode sent = MollieCompany.json(mollie.world.server().requests().getFirst().body());
        assertThat(sent.at("/metadata/quittance_attempt").asText()).isEqualTo("attempt-1");
        assertThat(sent.path("redirectUrl").asText()).isEqualTo("https://acme.example/back?a=1&b=2");
        assertThat(sent.path("webhookUrl").asText()).isEqualTo("https://acme.example/hooks/1");
        assertThat(sent.path("locale").asText()).isEqualTo("de_DE");
        assertThat(sent.at("/amount/value").asText()).isEqualTo("100.00");
    }

    @Test
    void a_machine_that_mollie_cannot_reach_is_not_named_and_an_unknown_language_left_to_the_browser() {
        gateway.start(new CheckoutRequest(new IdempotencyKey("a"), Money.ofMinor(500, "JPY"), "INV-1", "",
            URI.create("http://localhost:8080/"),
            URI.create("http://localhost:8080/hooks/1"), Locale.of("ja")), mollie.world.call());
        JsonNode sent = MollieCompany.json(mollie.world.server().requests().getFirst().body());
        assertThat(sent.has("webhookUrl")).isFalse();
        assertThat(sent.has("locale")).isFalse();
        assertThat(sent.at("/amount/value").asText()).as("yen have no decimals").isEqualTo("500");
    }
}
