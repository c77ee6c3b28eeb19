package io.quittance.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.spi.money.Money;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayWordsTest {

    private final Occurrence occurrence = new Occurrence(new GatewayPaymentId("ch_1"), Optional.empty(), Instant.EPOCH, 1);

    @Test
    void aCaptureLeavesTheGrossLessTheFee() {
        var captured = new PaymentEvent.Captured(occurrence, eur(10_000), eur(320), MethodKind.CARD, "Visa");
        assertThat(captured.net()).isEqualTo(eur(9_680));
    }

    @Test
    void aFeeIsNeverNegativeNorMoreThanTheGross() {
        assertThatIllegalArgumentException().isThrownBy(
            () -> new PaymentEvent.Captured(occurrence, eur(100), eur(-1), MethodKind.CARD, ""));
        assertThatIllegalArgumentException().isThrownBy(
            () -> new PaymentEvent.Captured(occurrence, eur(100), eur(101), MethodKind.CARD, ""));
    }

    @Test
    void aPayoutMustAddUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentEvent.Payout(
            occurrence, eur(100), eur(3), eur(98), "PO-1", LocalDate.EPOCH, List.of()));
    }

    @Test
    void aCheckoutCollectsSomething() {
        URI anywhere = URI.create("https://example.org/");
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckoutRequest(
            new IdempotencyKey("k"), eur(0), "INV-1", "", anywhere, anywhere, Locale.GERMAN));
    }

    @Test
    void keysAndIdsRefuseWhatCouldBreakAHeaderOrAPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("a/b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new GatewayPaymentId("a\nb"));
    }

    @Test
    void headersAreFoundInAnyCaseAndTheBodyCannotBeChangedFromOutside() {
        byte[] bytes = {1, 2, 3};
        var delivery = new WebhookDelivery(bytes, Map.of("X-Signature", List.of("t=1")));
        bytes[0] = 9;
        delivery.body()[1] = 9;
        assertThat(delivery.header("x-SIGNATURE")).contains("t=1");
        assertThat(delivery.body()).containsExactly(1, 2, 3);
    }

    @Test
    void aRequestDoesNotPrintItsSecrets() {
        HttpCall call = HttpCall.postJson(URI.create("https://pay.example/v1?key=hush"), "{\"card\":1}").with("Authorization", "hush");
        assertThat(call.toString()).isEqualTo("POST https://pay.example/v1");
    }

    private static Money eur(long cents) {
        return Money.ofMinor(cents, "EUR");
    }
}
