package io.quittance.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Fault;
import io.quittance.alert.AlertPolicy.Rule;
import io.quittance.alert.boundary.AlertRun;
import io.quittance.alert.boundary.Alerts;
import io.quittance.fourway.boundary.FourWayRun;
import io.quittance.invoice.InvoiceId;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.notification.boundary.Outbox;
import io.quittance.reconciliation.CamtText;
import io.quittance.reconciliation.boundary.Statements;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.MailServer;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertsIT {

    private static final CoreContainer CORE = CoreContainer.shared();

    private final Shop shop = new Shop(CORE, new ToyPay());
    private final Alerts alerts = CORE.get(Alerts.class);
    private final AlertRun run = CORE.get(AlertRun.class);

    @AfterEach
    void clockRuns() {
        CORE.clock().release();
    }

    @Test
    void a_large_payment_and_a_declined_one_are_told_once_and_small_ones_are_not() {
        look();
        capture("p-large", 1_000_000);
        capture("p-small", 999_999);
        shop.deliver("f", new PaymentEvent.Failed(at("p-failed"), Money.ofMinor(100, "EUR"), "declined", "The bank said no."));
        shop.work();

        look();
        look();

        assertThat(told()).extracting(AlertRow::kind).containsExactlyInAnyOrder(AlertKind.LARGE_PAYMENT, AlertKind.DECLINED);
        assertThat(told()).filteredOn(row -> row.kind() == AlertKind.LARGE_PAYMENT).singleElement()
                .satisfies(row -> assertThat(row.label()).isEqualTo("p-large"));
        assertThat(shop.in(alerts::unread)).isEqualTo(2);
        shop.in(() -> {
            alerts.markSeen();
            return null;
        });
        assertThat(shop.in(alerts::unread)).isZero();
    }

    @Test
    void an_invoice_is_told_of_when_its_due_day_has_ended_and_not_before() {
        InvoiceId invoice = shop.issued("100.00");
        look();
        assertThat(told()).isEmpty();

        CORE.clock().set(CORE.clock().instant().plus(Duration.ofDays(31)).plus(Duration.ofHours(2)));
        look();
        look();

        assertThat(told()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(AlertKind.OVERDUE);
            assertThat(row.subjectId()).isEqualTo(invoice.value());
            assertThat(row.amount()).isEqualTo(ToyPay.eur("119.00"));
        });
    }

    @Test
    void a_discrepancy_is_told_in_the_unit_that_finds_it_and_mailed_to_whom_the_business_says() {
        change(new Rule(true, true, Map.of(), List.of("books@alerts.example"), Set.of()), 5);
        unexplained("S1", 12_345);

        assertThat(told()).singleElement().satisfies(row -> assertThat(row.kind()).isEqualTo(AlertKind.DISCREPANCY));
        try (MailServer mailbox = new MailServer()) {
            CORE.answerBells();
            assertThat(mailbox.to("books@alerts.example")).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).startsWith("Discrepancy: ");
                assertThat(MailServer.leaves(mail).getFirst().text()).contains("€123.45", "something is missing", "/app/alert/list.xhtml");
            });
        }
        assertThat(mails("alert")).singleElement().satisfies(mail -> assertThat(mail.state()).isEqualTo(OutboxState.SENT));
    }

    @Test
    void many_within_an_hour_become_one_mail() {
        change(new Rule(true, true, Map.of(), List.of("many@alerts.example"), Set.of()), 2);
        for (int i = 1; i <= 5; i++) {
            unexplained("S" + i, 10_000 + i);
        }

        assertThat(told()).hasSize(5);
        assertThat(mails("alert")).hasSize(2);
        assertThat(mails("alert-digest")).as("for the other three, at the end of the hour").hasSizeBetween(1, 2)
                .allSatisfy(mail -> assertThat(mail.state()).isEqualTo(OutboxState.WAITING));
    }

    @Test
    void what_makes_no_sense_is_refused_and_changes_nothing() {
        AlertPolicy before = shop.in(alerts::policy);
        List<Fault> faults = shop.in(() -> alerts.change(new AlertPolicy(Map.of(AlertKind.OVERDUE,
                new Rule(true, true, Map.of(), List.of("nobody"), Set.of("emperor")), AlertKind.DECLINED,
                new Rule(true, true, Map.of(), List.of(), Set.of())), 1_000)));

        assertThat(faults).extracting(Fault::field)
                .containsExactlyInAnyOrder("mostMails", "OVERDUE.people", "OVERDUE.roles", "DECLINED.people");
        assertThat(shop.in(alerts::policy)).isEqualTo(before);
    }

    private void change(Rule discrepancies, int mostMails) {
        assertThat(shop.in(() -> alerts.change(new AlertPolicy(Map.of(AlertKind.DISCREPANCY, discrepancies), mostMails)))).isEmpty();
    }

    private void look() {
        shop.in(() -> run.payments());
        shop.in(() -> {
            run.invoices();
            return null;
        });
    }

    private List<AlertRow> told() {
        return shop.in(() -> alerts.page(0, 100)).rows();
    }

    private List<OutboxRow> mails(String kind) {
        return shop.in(() -> CORE.get(Outbox.class).page(Set.of(), 0, 100)).rows().stream().filter(row -> row.kind().equals(kind)).toList();
    }

    /** Money on the bank that nobody knows of. */
    private void unexplained(String name, long cents) {
        String day = shop.tenant().today(CORE.clock()).minusDays(9).toString();
        shop.in(() -> CORE.get(Statements.class).bring(name + ".xml", new CamtText(name).line(day, cents, "", "hello").closing()));
        shop.in(() -> CORE.get(FourWayRun.class).compare());
    }

    private void capture(String name, long gross) {
        shop.deliver("c-" + name, new PaymentEvent.Captured(at(name), Money.ofMinor(gross, "EUR"), Money.ofMinor(0, "EUR"), MethodKind.CARD,
                "Visa"));
        shop.work();
    }

    private static Occurrence at(String name) {
        return new Occurrence(new GatewayPaymentId(name), Optional.empty(), CORE.clock().instant().minus(Duration.ofHours(1)), 10);
    }
}
