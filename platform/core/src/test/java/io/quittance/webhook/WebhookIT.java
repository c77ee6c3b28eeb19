package io.quittance.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.OverdueTelling;
import io.quittance.notification.OutboxState;
import io.quittance.notification.boundary.Outbox;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.MailServer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import io.quittance.webhook.boundary.Deliveries;
import io.quittance.webhook.boundary.Endpoints;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final ToyPay toy = new ToyPay();
    private final Endpoints endpoints = CORE.get(Endpoints.class);
    private final Deliveries deliveries = CORE.get(Deliveries.class);
    private final Receiver receiver = new Receiver();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(CORE, toy);
    }

    @AfterEach
    void close() {
        CORE.clock().release();
        receiver.close();
    }

    private EndpointOutcome.WithSecret told(String... types) {
        return (EndpointOutcome.WithSecret) shop.in(() -> endpoints.create(new EndpointDetails(receiver.url(), "Our ERP",
                "it@example.com", Set.of(types))));
    }

    private Endpoint endpoint(EndpointId id) {
        return shop.in(() -> endpoints.find(id)).orElseThrow();
    }

    private List<DeliveryRow> log(EndpointId id) {
        return shop.in(() -> deliveries.page(id, Set.of(), 0, 50)).rows();
    }

    private void later(Duration time) {
        CORE.clock().set(CORE.clock().instant().plus(time));
    }

    /** Answers bells until what the condition says has come true. */
    private void work(BooleanSupplier holds) {
        Receiver.until(() -> {
            CORE.answerBells();
            return holds.getAsBoolean();
        });
    }

    @Test
    void tells_what_happens_to_an_invoice_in_the_unit_in_which_it_does_and_nothing_else() {
        EndpointId id = told("invoice.issued", "invoice.partly_paid", "invoice.paid", "payment.captured").endpoint().id();
        InvoiceId invoice = shop.issued("100.00");
        IdempotencyKey first = shop.begun(invoice, "19.00");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(first), "19.00", "0.00"));
        shop.work();
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(first), "19.00", "0.00"));
        IdempotencyKey second = shop.begun(invoice, "100.00");
        shop.deliver("d2", ToyPay.captured("p2", Optional.of(second), "100.00", "1.00"));
        shop.work();
        work(() -> receiver.taken.size() >= 5 && log(id).stream().allMatch(row -> row.state() == DeliveryState.DELIVERED));
        assertThat(receiver.types()).containsExactlyInAnyOrder("invoice.issued", "payment.captured", "invoice.partly_paid",
                "payment.captured", "invoice.paid");
        assertThat(log(id)).hasSize(5).allSatisfy(row -> {
            assertThat(row.status()).hasValue(200);
            assertThat(row.attempts()).isEqualTo(1);
        });
        assertThat(receiver.taken).filteredOn(event -> event.body().contains("invoice.partly_paid")).singleElement()
                .satisfies(event -> assertThat(event.body()).contains("\"id\":\"" + invoice + "\"",
                        "\"open\":{\"amount\":\"100.00\",\"currency\":\"EUR\"}", "\"total\":{\"amount\":\"119.00\",\"currency\":\"EUR\"}",
                        "\"status\":\"PARTLY_PAID\"", "\"tenant\":\"" + shop.tenant().slug() + "\""));
    }

    @Test
    void what_is_sent_fits_its_schema_and_its_signature_the_secret() throws GeneralSecurityException {
        EndpointOutcome.WithSecret made = told("invoice.issued", "payment.captured");
        InvoiceId invoice = shop.issued("100.00");
        shop.deliver("d1", ToyPay.captured("p1", Optional.of(shop.begun(invoice, "119.00")), "119.00", "0.00"));
        shop.work();
        work(() -> receiver.taken.size() >= 2);
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(WebhookIT.class.getResourceAsStream("/io/quittance/webhook/event-1.schema.json"));
        for (Receiver.Taken event : receiver.taken) {
            assertThat(schema.validate(event.body(), InputFormat.JSON)).isEmpty();
            assertThat(event.body()).startsWith("{\"id\":\"" + event.id() + "\"");
            assertThat(event.signature()).isEqualTo(signature(made.secret(), event));
        }
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    private static String signature(String secret, Receiver.Taken event) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(
                (event.id() + "." + event.timestamp() + "." + event.body()).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void while_one_secret_takes_the_other_s_place_both_sign_and_then_the_new_one_alone() throws GeneralSecurityException {
        EndpointOutcome.WithSecret made = told("invoice.issued");
        EndpointId id = made.endpoint().id();
        EndpointOutcome.WithSecret rotated = (EndpointOutcome.WithSecret) shop.in(() -> endpoints.rotate(id));
        assertThat(rotated.secret()).isNotEqualTo(made.secret());
        shop.issued("1.00");
        work(() -> receiver.taken.size() == 1);
        Receiver.Taken both = receiver.taken.getFirst();
        assertThat(Arrays.asList(both.signature().split(" "))).containsExactly(signature(rotated.secret(), both),
                signature(made.secret(), both));
        later(Endpoints.OVERLAP.plusMinutes(1));
        shop.issued("2.00");
        work(() -> receiver.taken.size() == 2);
        assertThat(receiver.taken.getLast().signature()).isEqualTo(signature(rotated.secret(), receiver.taken.getLast()));
    }

    @Test
    void tries_again_later_under_the_same_id_and_writes_each_try_down() {
        EndpointId id = told("invoice.issued").endpoint().id();
        receiver.status = 500;
        shop.issued("100.00");
        work(() -> receiver.taken.size() == 1 && log(id).getFirst().attempts() == 1);
        assertThat(log(id)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(row.status()).hasValue(500);
            assertThat(row.nextAt().orElseThrow()).isAfter(CORE.clock().instant());
        });
        assertThat(endpoint(id).failingSince()).isPresent();
        receiver.status = 204;
        later(Duration.ofMinutes(1));
        work(() -> log(id).getFirst().state() == DeliveryState.DELIVERED);
        assertThat(receiver.taken).hasSize(2).extracting(Receiver.Taken::id).containsOnly(log(id).getFirst().event());
        assertThat(endpoint(id).failingSince()).isEmpty();
        DeliveryView view = shop.in(() -> deliveries.find(log(id).getFirst().id())).orElseThrow();
        assertThat(view.body()).isEqualTo(receiver.taken.getFirst().body());
        assertThat(view.tries()).hasSize(2);
        assertThat(view.tries().getLast()).satisfies(first -> {
            assertThat(first.status()).hasValue(500);
            assertThat(first.response()).isEqualTo("thanks");
            assertThat(first.trouble()).contains("500");
        });
    }

    @Test
    void waits_as_long_as_the_endpoint_asks() {
        EndpointId id = told("invoice.issued").endpoint().id();
        receiver.status = 429;
        receiver.retryAfter = "600";
        shop.issued("100.00");
        work(() -> receiver.taken.size() == 1 && log(id).getFirst().attempts() == 1);
        assertThat(log(id).getFirst().nextAt().orElseThrow()).isAfter(CORE.clock().instant().plusSeconds(590));
    }

    @Test
    void gives_an_endpoint_up_after_days_of_failures_says_so_by_mail_and_sends_again_what_it_missed() {
        try (MailServer mailbox = new MailServer()) {
            EndpointId id = told("invoice.issued").endpoint().id();
            receiver.status = 500;
            Instant before = CORE.clock().instant();
            shop.issued("100.00");
            work(() -> log(id).getFirst().attempts() == 1);
            shop.issued("200.00");
            work(() -> log(id).getFirst().attempts() == 1);
            later(Duration.ofDays(5).plusHours(1));
            work(() -> endpoint(id).state() == EndpointState.DISABLED);
            CORE.answerBells();
            assertThat(shop.in(() -> CORE.get(Outbox.class).about(id.value()))).singleElement()
                    .satisfies(row -> assertThat(row.state()).as(row.note()).isEqualTo(OutboxState.SENT));
            assertThat(mailbox.to("it@example.com")).isNotEmpty();
            Receiver.until(() -> log(id).stream().allMatch(row -> row.state() == DeliveryState.DEAD));
            shop.issued("300.00");
            assertThat(log(id)).as("nothing is kept for it any more").hasSize(2);
            receiver.status = 200;
            shop.in(() -> endpoints.move(id, true));
            assertThat(shop.in(() -> deliveries.resendDead(id, before.minusSeconds(5)))).isEqualTo(2);
            work(() -> log(id).stream().allMatch(row -> row.state() == DeliveryState.DELIVERED));
            assertThat(endpoint(id).dead()).isZero();
        }
    }

    @Test
    void an_endpoint_that_says_it_is_gone_is_told_nothing_more() {
        EndpointId id = told("invoice.issued").endpoint().id();
        receiver.status = 410;
        shop.issued("100.00");
        work(() -> endpoint(id).state() == EndpointState.DISABLED);
        assertThat(log(id)).singleElement().extracting(DeliveryRow::state).isEqualTo(DeliveryState.DEAD);
        assertThat(receiver.taken).hasSize(1);
    }

    @Test
    void what_happens_during_a_pause_is_sent_after_it_and_one_delivery_can_be_sent_again() {
        EndpointId id = told("invoice.issued").endpoint().id();
        shop.in(() -> endpoints.move(id, false));
        shop.issued("100.00");
        CORE.answerBells();
        assertThat(endpoint(id).waiting()).isEqualTo(1);
        assertThat(receiver.taken).isEmpty();
        shop.in(() -> endpoints.move(id, true));
        work(() -> log(id).getFirst().state() == DeliveryState.DELIVERED);
        long delivery = log(id).getFirst().id();
        assertThat(shop.in(() -> deliveries.resend(delivery))).isTrue();
        work(() -> receiver.taken.size() == 2);
        assertThat(receiver.taken).extracting(Receiver.Taken::id).containsOnly(log(id).getFirst().event());
        assertThat(shop.in(() -> deliveries.resend(4711))).isFalse();
    }

    @Test
    void a_test_reaches_the_endpoint_whatever_it_wants_to_hear() {
        EndpointId id = told("credit_note.issued").endpoint().id();
        assertThat(shop.in(() -> deliveries.test(id))).isPresent();
        work(() -> receiver.taken.size() == 1);
        assertThat(receiver.types()).containsExactly("webhook.test");
        assertThat(shop.in(() -> deliveries.test(new EndpointId(4711)))).isEmpty();
    }

    @Test
    void tells_once_that_an_invoice_became_overdue_when_its_due_day_has_ended() {
        EndpointId id = told("invoice.overdue").endpoint().id();
        OverdueTelling telling = CORE.get(OverdueTelling.class);
        assertThat(shop.in(telling::tell)).isPresent();
        shop.issued("100.00");
        later(Duration.ofDays(29));
        shop.in(telling::tell);
        assertThat(log(id)).isEmpty();
        later(Duration.ofDays(3));
        shop.in(telling::tell);
        shop.in(telling::tell);
        assertThat(log(id)).singleElement().extracting(DeliveryRow::type).isEqualTo("invoice.overdue");
    }

    @Test
    void refuses_what_nobody_could_be_told_at() {
        receiver.close();
        assertThat(rules("http://example.com/", "it@example.com", "invoice.paid")).containsExactly("webhook.url");
        assertThat(rules("https://user:secret@example.com/", "it@example.com", "invoice.paid")).containsExactly("webhook.url");
        assertThat(rules("https://localhost/", "it@example.com", "invoice.paid")).containsExactly("webhook.private");
        assertThat(rules("https://169.254.169.254/", "it@example.com", "invoice.paid")).containsExactly("webhook.private");
        assertThat(rules("https://example.com/", "nobody", "invoice.eaten")).containsExactly("email.malformed", "webhook.unknownType");
        assertThat(shop.in(endpoints::all)).isEmpty();
    }

    private List<String> rules(String url, String contact, String type) {
        EndpointOutcome outcome = shop.in(() -> endpoints.create(new EndpointDetails(url, "", contact, Set.of(type))));
        return ((EndpointOutcome.Refused) outcome).faults().stream().map(fault -> fault.rule()).toList();
    }
}
