package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ManualPayment;
import io.quittance.allocation.RecordOutcome;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.allocation.boundary.ManualPayments;
import io.quittance.books.boundary.BooksAuditor;
import io.quittance.dunning.ReminderRow;
import io.quittance.dunning.boundary.Dunning;
import io.quittance.idempotency.IdempotentRequest;
import io.quittance.idempotency.StoredAnswer;
import io.quittance.idempotency.boundary.Idempotency;
import io.quittance.invoice.boundary.Instalments;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentMethod;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import io.quittance.testing.Shop;
import io.quittance.testing.ToyPay;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer pays within 30 days: an invoice of 1 October 2026 is due on the 31st. Days are in Berlin. */
class InstalmentsIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private Shop shop;

    @BeforeEach
    void in_october() {
        at("2026-10-01");
        shop = new Shop(CORE, new ToyPay());
    }

    @AfterEach
    void the_books_are_sound() throws SQLException {
        CORE.clock().release();
        try (Connection admin = DriverManager.getConnection(
                System.getProperty("quittance.db.url").replaceFirst("/?$", "/information_schema"),
                System.getProperty("quittance.db.user"), System.getProperty("quittance.db.password"))) {
            assertThat(new BooksAuditor(admin, System.getProperty("quittance.db.prefix"))
                    .auditOf(shop.tenant().slug()).findings()).isEmpty();
        }
    }

    @Test
    void what_is_open_becomes_claims_with_due_dates_of_their_own_and_a_payment_fills_the_earliest() {
        InvoiceId invoice = shop.issued("1000.00");
        PaymentId paid = pay("before", invoice, "190.00");
        PreviewOutcome.Preview preview = (PreviewOutcome.Preview) shop.in(() -> instalments().preview(invoice, new InstalmentTerms(
                Optional.of(ToyPay.eur("400.00")), LocalDate.parse("2026-10-31"), 3, 1)));
        assertThat(preview.open()).isEqualTo(ToyPay.eur("1000.00"));
        assertThat(shop.in(() -> instalments().schedule(invoice, preview.instalments()))).isInstanceOf(ScheduleOutcome.Scheduled.class);
        assertThat(claims(invoice)).containsExactly("PRINCIPAL 190.00/0.00 2026-10-31", "INSTALMENT 400.00/400.00 2026-10-31",
                "INSTALMENT 200.00/200.00 2026-11-30", "INSTALMENT 200.00/200.00 2026-12-31", "INSTALMENT 200.00/200.00 2027-01-31");
        assertThat(shop.balances()).containsEntry("RECEIVABLES", "1000.00");
        pay("first", invoice, "450.00");
        assertThat(claims(invoice)).contains("INSTALMENT 400.00/0.00 2026-10-31", "INSTALMENT 200.00/150.00 2026-11-30");
        assertThat(row(invoice).dueDate()).contains(LocalDate.parse("2026-11-30"));
        AllocationRow share = shop.in(() -> CORE.get(Allocations.class).ofPayment(paid)).getFirst();
        shop.in(() -> CORE.get(Allocations.class).release(share.id()));
        assertThat(claims(invoice)).contains("PRINCIPAL 190.00/190.00 2026-10-31");
        assertThat(row(invoice).dueDate()).contains(LocalDate.parse("2026-10-31"));
        assertThat(shop.in(() -> CORE.get(InvoiceList.class).timeline(invoice))).extracting(TimelineEntry::kind).contains("scheduled");
    }

    @Test
    void an_invoice_is_overdue_when_its_next_instalment_is_and_no_longer_once_that_one_is_paid() {
        InvoiceId invoice = shop.issued("1000.00");
        shop.in(() -> instalments().schedule(invoice, List.of(part("2026-11-10", "190.00"), part("2026-12-10", "1000.00"))));
        at("2026-11-10");
        assertThat(overdue()).isEmpty();
        at("2026-11-15");
        assertThat(overdue()).containsExactly(invoice);
        assertThat(row(invoice).daysOverdue()).isEqualTo(5);
        InvoiceView view = shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow();
        assertThat(view.openBy(LocalDate.parse("2026-11-15"))).isEqualTo(ToyPay.eur("190.00"));
        assertThat(view.due().orElseThrow().date()).isEqualTo(LocalDate.parse("2026-10-31"));
        pay("first", invoice, "190.00");
        assertThat(overdue()).isEmpty();
        assertThat(row(invoice).dueDate()).contains(LocalDate.parse("2026-12-10"));
    }

    @Test
    void every_instalment_climbs_the_ladder_of_reminders_by_its_own_due_date() {
        InvoiceId invoice = shop.issued("1000.00");
        shop.in(() -> instalments().schedule(invoice, List.of(part("2026-11-10", "190.00"), part("2026-12-10", "1000.00"))));
        for (LocalDate day = LocalDate.parse("2026-10-25"); day.isBefore(LocalDate.parse("2026-12-20")); day = day.plusDays(1)) {
            at(day.toString());
            CORE.answerBells();
            if (day.equals(LocalDate.parse("2026-11-15"))) {
                pay("first", invoice, "190.00");
            }
        }
        assertThat(shop.in(() -> CORE.get(Dunning.class).of(invoice))).extracting(ReminderRow::day).extracting(LocalDate::toString)
                .containsExactly("2026-11-07", "2026-11-13", "2026-12-07", "2026-12-13");
    }

    @Test
    void a_plan_that_ends_brings_the_original_terms_back_and_another_may_take_its_place() {
        InvoiceId invoice = shop.issued("100.00");
        LocalDate due = view(invoice).due().orElseThrow().date();
        shop.in(() -> instalments().schedule(invoice, List.of(part("2027-11-10", "60.00"), part("2027-12-10", "59.00"))));
        assertThat(view(invoice).row().dueDate()).contains(LocalDate.parse("2027-11-10"));
        pay("half", invoice, "70.00");

        assertThat(shop.in(() -> instalments().end(invoice, " "))).isInstanceOf(PlanEndOutcome.Refused.class);
        assertThat(shop.in(() -> instalments().end(invoice, "Missed twice"))).isEqualTo(new PlanEndOutcome.Ended(ToyPay.eur("49.00")));
        assertThat(view(invoice).row().dueDate()).contains(due);
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("49.00"));
        assertThat(view(invoice).hasPlan()).isFalse();
        assertThat(shop.in(() -> CORE.get(InvoiceList.class).timeline(invoice))).extracting(TimelineEntry::kind).contains("plan-ended");
        assertThat(shop.in(() -> instalments().end(invoice, "Again"))).isEqualTo(new PlanEndOutcome.NoPlan());

        assertThat(shop.in(() -> instalments().schedule(invoice, List.of(part("2028-01-10", "20.00"), part("2028-02-10", "29.00")))))
                .isInstanceOf(ScheduleOutcome.Scheduled.class);
        assertThat(shop.in(() -> instalments().replace(invoice, List.of(part("2028-03-10", "48.00")), "Less a month")))
                .isInstanceOf(ScheduleOutcome.Refused.class);
        assertThat(view(invoice).row().dueDate()).as("a refusal changes nothing").contains(LocalDate.parse("2028-01-10"));
        assertThat(shop.in(() -> instalments().replace(invoice, List.of(part("2028-03-10", "49.00")), "Less a month")))
                .isInstanceOf(ScheduleOutcome.Scheduled.class);
        assertThat(view(invoice).row().dueDate()).contains(LocalDate.parse("2028-03-10"));
        pay("rest", invoice, "49.00");
        assertThat(shop.open(invoice).isZero()).isTrue();
        assertThat(shop.balances()).doesNotContainKeys("RECEIVABLES", "UNAPPLIED_CASH");
    }

    @Test
    void a_schedule_is_made_once_and_refused_when_it_does_not_fit() {
        InvoiceId invoice = shop.issued("100.00");
        assertThat(shop.in(() -> instalments().schedule(invoice, List.of(part("2026-11-10", "19.00")))))
                .isInstanceOf(ScheduleOutcome.Refused.class);
        assertThat(shop.in(() -> instalments().schedule(new InvoiceId(4711), List.of(part("2026-11-10", "119.00")))))
                .isInstanceOf(ScheduleOutcome.Unknown.class);
        assertThat(shop.in(() -> instalments().schedule(invoice, List.of(part("2026-11-10", "119.00")))))
                .isInstanceOf(ScheduleOutcome.Scheduled.class);
        assertThat(shop.in(() -> instalments().schedule(invoice, List.of(part("2026-11-10", "119.00")))))
                .isEqualTo(new ScheduleOutcome.AlreadyScheduled());
        InvoiceId paid = shop.issued("100.00");
        pay("all", paid, "119.00");
        assertThat(shop.in(() -> instalments().schedule(paid, List.of(part("2026-11-10", "119.00")))))
                .isEqualTo(new ScheduleOutcome.NothingOpen());
    }

    @Test
    void an_invoice_is_issued_in_instalments_in_one_unit() {
        InvoiceId draft = shop.in(() -> new Samples(CORE).draft(shop.customer(), "100.00"));
        shop.in(() -> CORE.get(Idempotency.class).once(new IdempotentRequest("one", "0".repeat(64)), Permission.INVOICE_ISSUE, () -> {
            assertThat(CORE.get(Invoicing.class).issue(draft, false)).isInstanceOf(IssueOutcome.Issued.class);
            assertThat(instalments().schedule(draft, List.of(part("2026-10-01", "19.00"), part("2026-12-01", "100.00"))))
                    .isInstanceOf(ScheduleOutcome.Scheduled.class);
            return new StoredAnswer(200, "", "{}");
        }));
        assertThat(claims(draft)).containsExactly("INSTALMENT 19.00/19.00 2026-10-01", "INSTALMENT 100.00/100.00 2026-12-01");
        assertThat(row(draft).dueDate()).contains(LocalDate.parse("2026-10-01"));
        assertThat(shop.balances()).containsEntry("RECEIVABLES", "119.00");
    }

    @Test
    void payments_that_race_with_the_schedule_are_neither_lost_nor_applied_twice() throws Exception {
        InvoiceId invoice = shop.issued("1000.00");
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String key = "k" + i;
            work.add(() -> pay(key, invoice, "50.00"));
            work.add(() -> scheduledSoonerOrLater(invoice));
        }
        int scheduled = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Object> done : pool.invokeAll(work)) {
                scheduled += done.get() instanceof ScheduleOutcome.Scheduled ? 1 : 0;
            }
        }
        assertThat(scheduled).isEqualTo(1);
        assertThat(shop.open(invoice)).isEqualTo(ToyPay.eur("590.00"));
        assertThat(shop.balances()).containsEntry("RECEIVABLES", "590.00").doesNotContainKey("UNAPPLIED_CASH");
    }

    /** What was open may have changed since the preview: then the schedule is laid out anew. */
    private ScheduleOutcome scheduledSoonerOrLater(InvoiceId invoice) {
        InstalmentTerms terms = new InstalmentTerms(Optional.empty(), LocalDate.parse("2026-10-31"), 4, 1);
        for (int attempt = 0; attempt < 200; attempt++) {
            PreviewOutcome preview = shop.in(() -> instalments().preview(invoice, terms));
            List<Instalment> parts = preview instanceof PreviewOutcome.Preview shown ? shown.instalments() : List.of();
            ScheduleOutcome outcome = shop.in(() -> instalments().schedule(invoice, parts));
            if (outcome instanceof ScheduleOutcome.Scheduled || outcome instanceof ScheduleOutcome.AlreadyScheduled) {
                return outcome;
            }
        }
        throw new AssertionError("never scheduled");
    }

    private static void at(String day) {
        CORE.clock().set(Instant.parse(day + "T09:30:00Z"));
    }

    private Instalments instalments() {
        return CORE.get(Instalments.class);
    }

    private static Instalment part(String due, String amount) {
        return new Instalment(LocalDate.parse(due), ToyPay.eur(amount));
    }

    private PaymentId pay(String key, InvoiceId invoice, String amount) {
        ManualPayment payment = new ManualPayment(key, shop.customer().id(), ToyPay.eur(amount), PaymentMethod.CASH,
                LocalDate.parse("2026-10-01"), "", List.of(invoice), false);
        return ((RecordOutcome.Recorded) shop.in(() -> CORE.get(ManualPayments.class).record(payment))).payment();
    }

    private InvoiceView view(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow();
    }

    private InvoiceRow row(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().row();
    }

    private List<InvoiceId> overdue() {
        InvoiceFilter filter = InvoiceFilter.ALL.withStatuses(InvoiceStatus.OVERDUE);
        return shop.in(() -> CORE.get(InvoiceList.class).page(filter, Page.Request.first(10, InvoiceSort.DUE_DATE, true))).rows().stream()
                .map(InvoiceRow::id).toList();
    }

    private List<String> claims(InvoiceId invoice) {
        return shop.in(() -> CORE.get(InvoiceList.class).find(invoice)).orElseThrow().claims().stream()
                .map(claim -> claim.kind() + " " + claim.claimed().toDecimal() + "/" + claim.open().toDecimal() + " " + claim.dueDate())
                .toList();
    }
}
