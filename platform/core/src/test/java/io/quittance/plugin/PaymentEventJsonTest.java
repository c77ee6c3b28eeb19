package io.quittance.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

class PaymentEventJsonTest {

    private static final Occurrence KNOWN = new Occurrence(
        new GatewayPaymentId("ch_1"), Optional.of(new IdempotencyKey("inv-1_a")), Instant.parse("2026-03-01T09:30:00.123456Z"), 7);
    private static final Occurrence ANONYMOUS = new Occurrence(
        new GatewayPaymentId("ch_1"), Optional.empty(), Instant.parse("2026-03-01T09:30:00Z"), 0);

    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(PaymentEvent.class.getResourceAsStream("/schema/payment-event-1.json"));

    static Stream<PaymentEvent> everyKind() {
        GatewayPaymentId other = new GatewayPaymentId("x_2");
        return Stream.of(
            new PaymentEvent.Authorised(KNOWN, eur(100)),
            new PaymentEvent.Captured(KNOWN, eur(10_000), eur(320), MethodKind.CARD, "Visa •••• 4242"),
            new PaymentEvent.Captured(ANONYMOUS, Money.ofMinor(1, "JPY"), Money.ofMinor(0, "JPY"), MethodKind.WALLET, ""),
            new PaymentEvent.Captured(ANONYMOUS, Money.ofMinor(1_234, "KWD"), Money.ofMinor(5, "KWD"), MethodKind.OTHER, "“quoted”"),
            new PaymentEvent.Failed(KNOWN, eur(100), "declined", "The bank said no."),
            new PaymentEvent.Refunded(KNOWN, other, eur(40), eur(0)),
            new PaymentEvent.Disputed(KNOWN, other, eur(100), eur(1_500), "fraudulent", Optional.of(Instant.EPOCH)),
            new PaymentEvent.Disputed(KNOWN, other, eur(100), eur(1_500), "fraudulent", Optional.empty()),
            new PaymentEvent.DisputeClosed(KNOWN, other, true, eur(100)),
            new PaymentEvent.Payout(ANONYMOUS, eur(100), eur(120), eur(-20), "PO-1", LocalDate.of(2026, 2, 28), List.of(other)),
            new PaymentEvent.Payout(ANONYMOUS, eur(100), eur(0), eur(100), "PO-2", LocalDate.of(2026, 2, 28), List.of(other), List.of(
                new PaymentEvent.Conversion(other, Money.ofMinor(1_000_000, "IDR"), eur(100), new BigDecimal("1E-4")))),
            new PaymentEvent.Payout(ANONYMOUS, eur(100), eur(10), eur(85), "PO-3", LocalDate.of(2026, 2, 28), List.of(other), List.of(),
                eur(5)),
            new PaymentEvent.Fee(ANONYMOUS, other, eur(900), "monthly"),
            new PaymentEvent.Mandate(KNOWN, PaymentEvent.MandateState.REVOKED, MethodKind.DIRECT_DEBIT, "DE•• 1234"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenFitsTheSchemaAndReadsBackEqual(PaymentEvent event) throws IOException {
        String json = PaymentEventJson.write(List.of(event));
        JsonNode written = new ObjectMapper().readTree(json).get(0);
        assertThat(schema.validate(written)).as(json).isEmpty();
        assertThat(PaymentEventJson.read(json)).containsExactly(event);
    }

    @Test
    void aVersionWeDoNotKnowIsADefect() {
        String json = PaymentEventJson.write(everyKind().toList()).replace("\"version\":1", "\"version\":2");
        assertThatIllegalStateException().isThrownBy(() -> PaymentEventJson.read(json)).withMessageContaining("version 2");
    }

    @Test
    void aPayoutStoredBeforeConversionsWereKnownStillReads() {
        PaymentEvent payout = everyKind().filter(PaymentEvent.Payout.class::isInstance).findFirst().orElseThrow();
        String json = PaymentEventJson.write(List.of(payout));
        assertThat(json).doesNotContain("conversions");
        assertThat(PaymentEventJson.read(json)).containsExactly(payout);
    }

    @Test
    void aPayoutStoredBeforeReservesWereKnownHoldsNothingBack() {
        PaymentEvent payout = everyKind().filter(PaymentEvent.Payout.class::isInstance).findFirst().orElseThrow();
        String json = PaymentEventJson.write(List.of(payout)).replaceFirst(",\"reserve\":\\{[^}]*}", "");
        assertThat(json).doesNotContain("reserve");
        assertThat(PaymentEventJson.read(json)).containsExactly(payout);
    }

    private static Money eur(long cents) {
        return Money.ofMinor(cents, "EUR");
    }
}
