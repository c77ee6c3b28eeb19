package io.quittance.plugins.adyen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.WebhookDelivery;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import io.quittance.testkit.contract.SharedContracts;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notifications as Adyen's own document has them, signed as its libraries sign. */
class AdyenNoticeTest {

    private static final Money TEN = Money.ofMinor(1_000, "EUR");
    private static final String OURS = "quittance-attempt-1";

    /** The vectors in the tests of Adyen's own libraries. */
    @ParameterizedTest
    @CsvSource({
        "DFB1EB5485895CFA84146406857104ABB4CBCABDC8AAF103A624C8F6A3EAAB00, pspReference, originalReference, merchantAccount, reference,"
            + " 1000, EVENT, ipnxGCaUZ4l8TUW75a71/ghd2Fe5ffvX0pV4TLTntIc=",
        "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056, 7914073381342284, '', TestMerchant, TestPayment-1407325143704,"
            + " 1130, AUTHORISATION, coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0="})
    void the_signature_is_that_of_adyens_own_vectors(String key, String psp, String original, String account, String reference, long value,
            String event, String signature) throws Unreadable {
        Reading item = Reading.of("""
            {"pspReference": "%s", "originalReference": "%s", "merchantAccountCode": "%s", "merchantReference": "%s",
            "amount": {"value": %d, "currency": "EUR"}, "eventCode": "%s", "success": "true",
            "additionalData": {"hmacSignature": "%s"}}""".formatted(psp, original, account, reference, value, event, signature));
        assertThat(AdyenSignature.fault(item, List.of(key))).isEmpty();
        assertThat(AdyenSignature.fault(item, List.of("00".repeat(32), key))).as("while the key is changed").isEmpty();
        assertThat(AdyenSignature.fault(item, List.of("00".repeat(32)))).isPresent();
        assertThat(AdyenSignature.fault(item, List.of("no hex"))).hasValueSatisfying(fault -> assertThat(fault).contains("hexadecimal"));
    }

    @Test
    void each_field_that_is_signed_counts() {
        ObjectNode right = AdyenWorld.notice("REFUND", "RF1", "PSP1", OURS, 1_000);
        AdyenWorld.delivery(right);
        List<Consumer<ObjectNode>> changes = List.of(item -> item.put("pspReference", "RF2"), item -> item.put("originalReference", "PSP2"),
            item -> item.put("merchantAccountCode", "Other"), item -> item.put("merchantReference", "quittance-attempt-2"),
            item -> ((ObjectNode) item.get("amount")).put("value", 1_001), item -> ((ObjectNode) item.get("amount")).put("currency", "USD"),
            item -> item.put("eventCode", "CHARGEBACK"), item -> item.put("success", "false"), item -> item.remove("originalReference"),
            item -> item.remove("additionalData"), item -> ((ObjectNode) item.get("additionalData")).put("hmacSignature", "x"));
        assertThat(receive(AdyenWorld.raw(right.toString()))).isInstanceOf(WebhookOutcome.Genuine.class);
        for (int i = 0; i < changes.size(); i++) {
            ObjectNode changed = right.deepCopy();
            changes.get(i).accept(AdyenWorld.item(changed));
            assertThat(receive(AdyenWorld.raw(changed.toString()))).as("change " + i).isInstanceOf(WebhookOutcome.Forged.class);
        }
        for (String body : List.of("", "{}", "[]", "<html/>", "{\"notificationItems\":[]}", "{\"notificationItems\":[1]}")) {
            assertThat(receive(AdyenWorld.raw(body))).as(body).isInstanceOf(WebhookOutcome.Forged.class);
        }
    }

    @Test
    void every_kind_of_notification_in_the_document_is_understood_or_about_nothing() {
        List<String> understood = new ArrayList<>();
        SharedContracts.read("adyen/Webhooks-v1.json.gz").path("webhooks").fieldNames().forEachRemaining(path -> {
            ObjectNode notice = AdyenWorld.example(path.substring(1));
            if (notice.at("/notificationItems/0/NotificationRequestItem").isObject()) {
                AdyenWorld.item(notice).put("merchantAccountCode", AdyenCompany.ACCOUNT).put("merchantReference", OURS);
                assertThat(receive(AdyenWorld.delivery(notice))).as(path).isNotInstanceOf(WebhookOutcome.Forged.class);
                understood.add(path);
            }
        });
        assertThat(understood).hasSizeGreaterThanOrEqualTo(38);
    }

    @Test
    void an_authorisation_is_the_capture_unless_capture_comes_later() {
        ObjectNode notice = AdyenWorld.notice("AUTHORISATION", "PSP1", "", OURS, 1_000);
        AdyenWorld.item(notice).put("paymentMethod", "visa").withObjectProperty("additionalData").put("cardSummary", "1111");
        assertThat(events(notice)).singleElement().isInstanceOfSatisfying(PaymentEvent.Captured.class, captured -> {
            assertThat(captured.gross()).isEqualTo(TEN);
            assertThat(captured.method()).isEqualTo(MethodKind.CARD);
            assertThat(captured.label()).isEqualTo("Visa •••• 1111");
            assertThat(captured.occurrence().payment().value()).isEqualTo("PSP1");
            assertThat(captured.occurrence().attempt().orElseThrow().value()).isEqualTo("attempt-1");
            assertThat(captured.occurrence().at()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
        });
        assertThat(events(notice, "capture", "later")).singleElement().isInstanceOf(PaymentEvent.Authorised.class);
        assertThat(events(AdyenWorld.notice("CAPTURE", "CP1", "PSP1", OURS, 1_000), "capture", "later")).singleElement()
            .isInstanceOfSatisfying(PaymentEvent.Captured.class,
                captured -> assertThat(captured.occurrence().payment().value()).isEqualTo("PSP1"));
        AdyenWorld.item(notice).put("success", "false");
        assertThat(events(notice)).as("the payer may try again").isEmpty();
        assertThat(events(AdyenWorld.notice("CANCELLATION", "CN1", "PSP1", OURS, 1_000))).singleElement()
            .isInstanceOf(PaymentEvent.Failed.class);
    }

    @Test
    void a_refund_is_told_when_it_was_made_and_one_that_was_not_is_for_a_person() {
        ObjectNode notice = AdyenWorld.notice("REFUND", "RF1", "PSP1", "quittance-refund-1", 400);
        assertThat(events(notice)).singleElement().isInstanceOfSatisfying(PaymentEvent.Refunded.class, refunded -> {
            assertThat(refunded.refund().value()).isEqualTo("RF1");
            assertThat(refunded.occurrence().payment().value()).isEqualTo("PSP1");
            assertThat(refunded.occurrence().attempt()).isEmpty();
        });
        AdyenWorld.item(notice).put("success", "false").put("reason", "Insufficient balance on payment");
        assertThat(receive(AdyenWorld.delivery(notice))).isInstanceOfSatisfying(WebhookOutcome.Unreadable.class,
            unreadable -> assertThat(unreadable.reason()).contains("RF1", "Insufficient balance"));
        assertThat(receive(AdyenWorld.delivery(AdyenWorld.notice("REFUND_FAILED", "RF1", "PSP1", OURS, 400))))
            .isInstanceOf(WebhookOutcome.Unreadable.class);
        assertThat(receive(AdyenWorld.delivery(AdyenWorld.notice("CAPTURE_FAILED", "CP1", "PSP1", OURS, 400))))
            .isInstanceOf(WebhookOutcome.Unreadable.class);
    }

    @Test
    void a_chargeback_takes_the_money_may_be_won_and_come_again() {
        ObjectNode chargeback = AdyenWorld.notice("CHARGEBACK", "DP1", "PSP1", OURS, 1_000);
        PaymentEvent.Disputed disputed = (PaymentEvent.Disputed) events(chargeback).getFirst();
        assertThat(disputed.reason()).isEqualTo("4853");
        assertThat(disputed.respondBy()).contains(Instant.parse("2021-07-31T01:03:07Z"));
        assertThat(events(AdyenWorld.notice("CHARGEBACK_REVERSED", "DP2", "PSP1", OURS, 1_000))).singleElement()
            .isInstanceOfSatisfying(PaymentEvent.DisputeClosed.class, closed -> {
                assertThat(closed.won()).isTrue();
                assertThat(closed.dispute()).isEqualTo(disputed.dispute());
            });
        assertThat(events(AdyenWorld.notice("SECOND_CHARGEBACK", "DP3", "PSP1", OURS, 1_000)))
            .hasExactlyElementsOfTypes(PaymentEvent.Disputed.class, PaymentEvent.DisputeClosed.class)
            .noneMatch(event -> event instanceof PaymentEvent.Disputed second && second.dispute().equals(disputed.dispute()));
        assertThat(events(AdyenWorld.notice("NOTIFICATION_OF_CHARGEBACK", "DP1", "PSP1", OURS, 1_000))).isEmpty();
    }

    @Test
    void what_is_not_ours_is_about_nothing() {
        assertThat(events(AdyenWorld.notice("AUTHORISATION", "PSP1", "", "their-order-1", 1_000))).isEmpty();
        ObjectNode other = AdyenWorld.notice("AUTHORISATION", "PSP1", "", OURS, 1_000);
        AdyenWorld.item(other).put("merchantAccountCode", "OtherECOM");
        assertThat(events(other)).isEmpty();
    }

    private static List<PaymentEvent> events(ObjectNode notice, String... more) {
        return ((WebhookOutcome.Genuine) receive(AdyenWorld.delivery(notice), more)).events();
    }

    private static WebhookOutcome receive(WebhookDelivery delivery, String... more) {
        Map<String, String> settings = new HashMap<>(AdyenWorld.settings(URI.create("http://127.0.0.1:1")));
        Optional.of(more).filter(values -> values.length == 2).ifPresent(values -> settings.put(values[0], values[1]));
        return new Notices(Settings.of(settings)).read(delivery.body());
    }
}
