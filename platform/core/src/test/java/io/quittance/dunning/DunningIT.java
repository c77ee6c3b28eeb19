package io.quittance.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.dunning.boundary.Dunning;
import io.quittance.dunning.boundary.DunningRun;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.ImportedInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.InvoiceImport;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.notification.OutboxState;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.MailServer;
import io.quittance.testing.Samples;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days are in Berlin: clocks go back on 25 October 2026, and the ladder acts at nine. */
class DunningIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate DUE = LocalDate.parse("2026-10-26");
    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private static MailServer mailbox;
    private Tenant tenant;
    private String address;

    @BeforeAll
    static void start() {
        mailbox = new MailServer();
    }

    @AfterAll
    static void stop() {
        mailbox.close();
    }

    @BeforeEach
    void makeTenant() {
        at("2026-10-01T12:00");
        tenant = CORE.newTenant();
        address = tenant.slug() + "@customer.example";
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void climbs_the_ladder_once_per_step_and_never_on_the_due_day() throws MessagingException {
        InvoiceId id = issueDueOn(DUE);
        for (LocalDate day = LocalDate.parse("2026-10-20"); day.isBefore(LocalDate.parse("2026-11-25")); day = day.plusDays(1)) {
            for (String hour : List.of("T00:30", "T08:59", "T09:00", "T17:00")) {
                at(day + hour);
                CORE.answerBells();
            }
        }
        assertThat(mailbox.to(address)).extracting(mail -> mail.getSubject().replaceAll("INV-\\d{4}-\\d{5}", "#")).containsExactly(
                "Invoice # is due on October 26, 2026",
                "Reminder: invoice # was due on October 26, 2026",
                "Second reminder: invoice # is 10 days overdue",
                "Final reminder: invoice #, €119.00 open");
        assertThat(reminders(id)).extracting(ReminderRow::day)
                .containsExactly(DUE.minusDays(3), DUE.plusDays(3), DUE.plusDays(10), DUE.plusDays(20));
        assertThat(reminders(id)).extracting(ReminderRow::state).containsOnly(OutboxState.SENT);
    }

    @Test
    void sends_at_nine_on_the_wall_clock_before_and_after_the_clocks_go_back() {
        InvoiceId before = issueDueOn(LocalDate.parse("2026-10-21"));
        InvoiceId after = issueDueOn(LocalDate.parse("2026-10-22"));
        at("2026-10-20T10:00");
        CORE.answerBells();
        CORE.clock().set(Instant.parse("2026-10-24T06:59:59Z"));
        CORE.answerBells();
        assertThat(reminders(before)).extracting(ReminderRow::step).doesNotContain("after-3");
        CORE.clock().set(Instant.parse("2026-10-24T07:00:00Z"));
        CORE.answerBells();
        assertThat(reminders(before)).extracting(ReminderRow::step).contains("after-3");
        CORE.clock().set(Instant.parse("2026-10-25T07:59:59Z"));
        CORE.answerBells();
        assertThat(reminders(after)).extracting(ReminderRow::step).doesNotContain("after-3");
        CORE.clock().set(Instant.parse("2026-10-25T08:00:00Z"));
        CORE.answerBells();
        assertThat(reminders(after)).extracting(ReminderRow::step).contains("after-3");
    }

    @Test
    void stops_the_moment_the_invoice_is_paid() {
        InvoiceId id = issueDueOn(DUE);
        at("2026-10-29T09:30");
        CORE.answerBells();
        assertThat(mailbox.to(address)).hasSize(1);
        pay(id, "119.00");
        at("2026-11-05T09:30");
        CORE.answerBells();
        assertThat(mailbox.to(address)).hasSize(1);
    }

    @Test
    void a_payment_between_decision_and_sending_withdraws_the_reminder() {
        InvoiceId id = issueDueOn(DUE);
        at("2026-10-29T09:30");
        assertThat(CORE.in(tenant, () -> CORE.get(DunningRun.class).decide())).isEqualTo(1);
        pay(id, "119.00");
        CORE.answerBells();
        assertThat(mailbox.to(address)).isEmpty();
        assertThat(reminders(id)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(OutboxState.WITHDRAWN);
            assertThat(row.note()).isEqualTo("paid meanwhile");
        });
    }

    @Test
    void asks_only_for_what_is_open_when_it_goes_out() {
        InvoiceId id = issueDueOn(DUE);
        at("2026-10-29T09:30");
        CORE.in(tenant, () -> CORE.get(DunningRun.class).decide());
        pay(id, "100.00");
        CORE.answerBells();
        String text = MailServer.leaves(mailbox.to(address).getFirst()).getFirst().text();
        assertThat(text).contains("€19.00 is still open");
    }

    @Test
    void leaves_an_invoice_on_hold_alone_and_goes_on_when_the_hold_is_lifted() {
        InvoiceId id = issueDueOn(DUE);
        CORE.in(tenant, () -> CORE.get(InvoiceHolds.class).place(id, HoldKind.DISPUTE, "wrong quantity"));
        at("2026-10-29T09:30");
        CORE.answerBells();
        assertThat(mailbox.to(address)).isEmpty();
        CORE.in(tenant, () -> CORE.get(InvoiceHolds.class).lift(id, HoldKind.DISPUTE));
        at("2026-10-30T09:30");
        CORE.answerBells();
        assertThat(mailbox.to(address)).hasSize(1);
    }

    @Test
    void an_outage_sends_the_latest_step_only_and_old_imports_stay_quiet() {
        InvoiceId id = issueDueOn(DUE);
        CORE.in(tenant, () -> CORE.get(InvoiceImport.class).bring(List.of(new ImportedInvoice("OLD-1", customer().id(),
                LocalDate.parse("2025-01-01"), LocalDate.parse("2025-02-01"), Money.ofMinor(100, "EUR"), Money.ofMinor(100, "EUR"),
                "", "", List.of()))));
        at("2026-11-06T09:30");
        CORE.answerBells();
        assertThat(reminders(id)).extracting(ReminderRow::step).containsExactly("after-10");
        assertThat(mailbox.to(address)).hasSize(1);
    }

    private InvoiceId issueDueOn(LocalDate due) {
        return CORE.in(tenant, () -> SAMPLES.issued(SAMPLES.draft(new DraftInvoice(customer().id(), "EUR", Optional.empty(),
                Optional.of(due), "", "",
                List.of(LineInput.of("Goods", "1", "100.00", TaxRate.standard("19")))))));
    }

    private Customer customer() {
        CustomerDetails details = Samples.details("Debtor GmbH");
        return SAMPLES.customer(new CustomerDetails(details.name(), details.kind(), "", List.of(address), Locale.ENGLISH, details.zone(),
                30,
                Optional.empty(), "", "", details.address()));
    }

    private void pay(InvoiceId id, String amount) {
        CORE.in(tenant, () -> {
            OpenClaim claim = CORE.get(Settlement.class).claims(id).getFirst();
            return CORE.get(Settlement.class).apply(claim.id(), Money.parse(amount, claim.open().currency()), "test:1");
        });
    }

    private List<ReminderRow> reminders(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(Dunning.class).of(id));
    }

    private static void at(String local) {
        CORE.clock().set(LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    }
}
