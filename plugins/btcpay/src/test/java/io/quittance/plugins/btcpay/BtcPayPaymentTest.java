package io.quittance.plugins.btcpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.EventLookup.Result;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import io.quittance.spi.gateway.SettingsCheck.Verdict;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.testkit.contract.Trouble;
import io.quittance.testkit.gateway.GatewayWorld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BtcPayPaymentTest {

    private static final Money HUNDRED = Money.ofMinor(10_000, "EUR");
    private static final String VECTOR = "aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494";
    private static final Instant LATER = GatewayWorld.NOW.plus(Duration.ofDays(2));

    private final BtcPayGateway gateway = new BtcPayGateway();
    private final BtcPayWorld btcpay = new BtcPayWorld();

    @AfterEach
    void shut() {
        btcpay.close();
    }

    private CheckoutOutcome start() {
        return gateway.start(GatewayWorld.request("attempt-1", HUNDRED), btcpay.world.call());
    }

    private Finding.Known asked(Instant at) {
        return (Finding.Known) gateway.ask(new Inquiry(new IdempotencyKey("attempt-1"), Optional.of(new GatewayPaymentId("inv1")),
            GatewayWorld.NOW), btcpay.world.callAt(at));
    }

    private HostedPage opened() {
        CheckoutOutcome outcome = start();
        assertThat(outcome).isInstanceOf(HostedPage.class);
        return (HostedPage) outcome;
    }

    @Test
    void an_invoice_is_opened_in_our_currency_and_every_damage_to_the_request_is_noticed() {
        HostedPage page = opened();
        assertThat(page.page()).hasToString("https://pay.example.org/i/inv1");
        assertThat(page.expiresAt()).isEqualTo(GatewayWorld.NOW.plusSeconds(900));
        String sent = btcpay.world.server().requests().getLast().body();
        assertThat(BtcPayWorld.json(sent).at("/amount").asText()).isEqualTo("100.00");
        assertThat(BtcPayWorld.json(sent).at("/checkout/redirectURL").asText()).isEqualTo("https://acme.example/back?a=1&b=2");
        assertThat(BtcPayWorld.json(sent).at("/checkout/expirationMinutes").asInt()).isEqualTo(15);
        assertThat(btcpay.world.damages()).contains("without /amount", "without /currency", "/checkout/expirationMinutes as nonsense");
    }

    @Test
    void nothing_is_told_before_the_payer_pays_and_a_payment_to_be_confirmed_is_only_reserved() {
        opened();
        assertThat(asked(GatewayWorld.NOW)).isEqualTo(new Finding.Known(List.of(), true));
        btcpay.stands("Processing", "None");
        assertThat(asked(GatewayWorld.NOW).events()).hasExactlyElementsOfTypes(PaymentEvent.Authorised.class);
        assertThat(asked(GatewayWorld.NOW).open()).isTrue();
    }

    @Test
    void a_settled_invoice_is_worth_what_it_asked_for_whatever_the_rate_is_now() {
        opened();
        btcpay.stands("Settled", "None");
        btcpay.received("Settled", "0.00199999");
        assertThat(captured(asked(GatewayWorld.NOW)).gross()).isEqualTo(HUNDRED);
        assertThat(captured(asked(GatewayWorld.NOW)).label()).isEqualTo("BTC-CHAIN");
        assertThat(captured(asked(GatewayWorld.NOW)).occurrence().at()).isEqualTo(GatewayWorld.NOW.plusSeconds(120));
        assertThat(asked(GatewayWorld.NOW)).as("the same however often").isEqualTo(asked(GatewayWorld.NOW.plusSeconds(500)));
        assertThat(asked(GatewayWorld.NOW).open()).isFalse();
    }

    @Test
    void what_was_paid_over_is_received_in_full() {
        opened();
        btcpay.stands("Settled", "PaidOver");
        btcpay.received("Settled", "0.002", "0.00123456");
        assertThat(captured(asked(GatewayWorld.NOW)).gross()).isEqualTo(Money.ofMinor(16_173, "EUR"));
    }

    @Test
    void what_was_paid_in_part_is_received_once_nothing_more_can_come() {
        opened();
        btcpay.stands("Expired", "PaidPartial");
        btcpay.received("Settled", "0.001");
        assertThat(asked(GatewayWorld.NOW.plusSeconds(1_000))).isEqualTo(new Finding.Known(List.of(), true));
        assertThat(captured(asked(LATER)).gross()).isEqualTo(Money.ofMinor(5_000, "EUR"));
        btcpay.received("Processing", "0.001");
        assertThat(asked(LATER).events()).as("never confirmed").hasExactlyElementsOfTypes(PaymentEvent.Failed.class);
    }

    @Test
    void a_page_that_expired_or_a_payment_that_is_invalid_came_to_nothing_and_late_money_counts() {
        opened();
        btcpay.stands("Expired", "None");
        assertThat(asked(GatewayWorld.NOW).events()).hasExactlyElementsOfTypes(PaymentEvent.Failed.class);
        btcpay.stands("Invalid", "None");
        assertThat(asked(LATER).events()).hasExactlyElementsOfTypes(PaymentEvent.Failed.class);
        btcpay.stands("Expired", "PaidLate");
        btcpay.received("Settled", "0.002");
        assertThat(captured(asked(LATER)).gross()).isEqualTo(HUNDRED);
    }

    @Test
    void a_webhook_is_a_hint_that_is_looked_up_and_others_invoices_are_left_alone() {
        opened();
        btcpay.stands("Settled", "None");
        btcpay.received("Settled", "0.002");
        WebhookOutcome outcome = gateway.receive(BtcPayWorld.delivery(BtcPayWorld.notice("InvoiceSettled", GatewayWorld.NOW),
            BtcPayWorld.SECRET), btcpay.world.call());
        assertThat(outcome).isEqualTo(new WebhookOutcome.Hint("D1", "invoice:inv1"));
        assertThat(((Result.Found) gateway.look("invoice:inv1", btcpay.world.call())).events()).hasSize(1)
            .allSatisfy(event -> assertThat(event.occurrence().attempt()).contains(new IdempotencyKey("attempt-1")));
        assertThat(gateway.look("invoice:other", btcpay.world.call())).isInstanceOf(Result.Unreadable.class);
        assertThat(gateway.receive(BtcPayWorld.delivery(BtcPayWorld.notice("InvoiceCreated", GatewayWorld.NOW), BtcPayWorld.SECRET),
            btcpay.world.call())).isEqualTo(new WebhookOutcome.Genuine("D1", List.of()));
        assertThat(gateway.receive(BtcPayWorld.delivery(BtcPayWorld.notice("InvoiceSettled", GatewayWorld.NOW), "another"),
            btcpay.world.call())).isInstanceOf(WebhookOutcome.Forged.class);
    }

    /** Made with {@code printf '{"a":1}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void the_signature_is_the_hmac_of_the_raw_body() {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(BtcPaySignature.hmac(body, "secret"))).isEqualTo(VECTOR);
        assertThat(BtcPaySignature.fits(Optional.of("sha256=" + VECTOR), body, "secret")).isTrue();
        assertThat(BtcPaySignature.fits(Optional.of(VECTOR), body, "secret")).as("the scheme is named").isFalse();
    }

    @Test
    void trouble_on_the_way_is_told_as_what_is_known_about_the_money() {
        btcpay.world.server().order("POST", ".*/invoices", Trouble.slowDown(3));
        assertThat(start()).isInstanceOf(NotSent.class);
        btcpay.world.server().order("POST", ".*/invoices", Trouble.htmlPage(502));
        assertThat(start()).isInstanceOf(InDoubt.class);
        btcpay.world.server().order("POST", ".*/invoices", new Trouble.BreaksOff());
        assertThat(start()).isInstanceOf(InDoubt.class);
        btcpay.world.server().order("POST", ".*/invoices", new Trouble.Says(422, Map.of(),
            "[{\"path\":\"amount\",\"message\":\"too small\"}]"));
        assertThat(start()).isEqualTo(new Declined("invalid", "amount: too small"));
        assertThat(gateway.check(btcpay.world.call())).isEqualTo(new Verdict.Works("BTCPay store Corner shop"));
        assertThat(gateway.check(btcpay.world.call(BtcPayForm.API_KEY, "wrong"))).isInstanceOf(Verdict.Refused.class);
        assertThat(gateway.ask(new Inquiry(new IdempotencyKey("a"), Optional.empty(), GatewayWorld.NOW.minusSeconds(90)),
            btcpay.world.call())).isInstanceOf(Finding.NeverSeen.class);
        assertThat(gateway.ask(new IdempotencyKey("a"), btcpay.world.call())).isInstanceOf(Finding.NoAnswer.class);
    }

    private static PaymentEvent.Captured captured(Finding.Known known) {
        assertThat(known.events()).hasExactlyElementsOfTypes(PaymentEvent.Captured.class);
        return (PaymentEvent.Captured) known.events().getFirst();
    }
}
