package io.quittance.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.GatewayOutcome;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.money.Money;
import io.quittance.testkit.gateway.GatewayContract;
import io.quittance.testkit.gateway.GatewayWorld;
import io.quittance.testkit.gateway.Misbehaviour;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SandboxGatewayContractTest extends GatewayContract {

    private static final String SECRET = "whsec-contract";
    private static final IdempotencyKey KEY = new IdempotencyKey("charge-1");
    private static final GatewayPaymentId MANDATE = new GatewayPaymentId("man_1");

    @Override
    protected PaymentGateway gateway() {
        return new SandboxGateway();
    }

    @Override
    protected Map<String, String> settings(URI company) {
        return Map.of("api-base", company.toString(), "account", "acme", "api-key", "key-contract", "webhook-secret", SECRET);
    }

    @Override
    protected WebhookDelivery delivery(String body, Instant signedAt) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new WebhookDelivery(bytes, Map.of("Sandbox-Signature", List.of("t=" + signedAt.getEpochSecond()
            + ",v1=" + hmac("an older secret", signedAt, bytes) + ",v1=" + hmac(SECRET, signedAt, bytes))));
    }

    @Override
    protected String capturedBody() {
        return """
            {"id":"evt_1","type":"payment.captured","sequence":3,"at":1772357400000,"data":{"payment":"pay_1",
            "idempotencyKey":"attempt-1","reference":"INV-1","amount":10000,"currency":"EUR","fee":320,"method":"card",
            "label":"Test card •••• 4242","code":""}}""";
    }

    @Override
    protected Misbehaviour decliningCheckout() {
        return Misbehaviour.answering(422, "{\"error\":{\"code\":\"amount\",\"message\":\"Too much.\"}}");
    }

    @Test
    void a_charge_an_agreement_and_a_withdrawal_without_a_readable_answer_are_in_doubt() {
        for (Supplier<Misbehaviour> trouble : List.<Supplier<Misbehaviour>>of(Misbehaviour::silent, Misbehaviour::hangingUp,
                Misbehaviour::resetting, Misbehaviour::breakingOff, () -> Misbehaviour.answering(200, "{}"),
                () -> Misbehaviour.answering(201, "{\"state\":\"captured\"}"), () -> Misbehaviour.answering(500, "{}"),
                () -> Misbehaviour.answering(502, "<html>Bad gateway</html>"))) {
            try (Misbehaviour company = trouble.get()) {
                assertThat(charge(company.address())).isInstanceOf(InDoubt.class);
                assertThat(agree(company.address())).isInstanceOf(InDoubt.class);
                assertThat(new SandboxGateway().forget(MANDATE, call(company.address(), NOW))).isInstanceOf(InDoubt.class);
            }
        }
    }

    @Test
    void a_charge_of_another_amount_than_asked_is_in_doubt() {
        try (Misbehaviour company = Misbehaviour.answering(201,
                "{\"id\":\"pay_1\",\"state\":\"captured\",\"amount\":9999,\"currency\":\"EUR\",\"fee\":0,\"changedAt\":1}")) {
            assertThat(charge(company.address())).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void a_charge_that_the_company_refuses_is_declined_and_one_that_never_left_was_not_sent() {
        try (Misbehaviour company = Misbehaviour.answering(422, "{\"error\":{\"code\":\"mandate_revoked\",\"message\":\"No.\"}}")) {
            assertThat(charge(company.address())).isEqualTo(new Declined("mandate_revoked", "No."));
        }
        assertThat(charge(URI.create("http://127.0.0.1:1"))).isInstanceOf(NotSent.class);
        assertThat(agree(URI.create("http://127.0.0.1:1"))).isInstanceOf(NotSent.class);
    }

    private GatewayOutcome charge(URI company) {
        return new SandboxGateway().charge(new SavedMethods.Charge(KEY, MANDATE, Money.ofMinor(10_000, "EUR"), "INV-1"),
            call(company, NOW));
    }

    private CheckoutOutcome agree(URI company) {
        return new SandboxGateway().agreeWithoutPaying(GatewayWorld.agreement("m-1"), call(company, NOW));
    }

    private static String hmac(String secret, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
