package io.quittance.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.Page;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.invoice.DraftInvoice;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.recurring.boundary.RecurringInvoices;
import io.quittance.recurring.boundary.RecurringRun;
import io.quittance.tax.TaxRate;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import io.quittance.testing.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecurringIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final Samples SAMPLES = new Samples(CORE);
    private Tenant tenant;
    private Customer customer;

    @BeforeEach
    void makeTenant() {
        at("2027-01-10T10:00:00Z");
        tenant = CORE.newTenant();
        customer = CORE.in(tenant, () -> SAMPLES.customer("Subscriber AG"));
    }

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void every_month_brings_one_invoice_that_names_its_period_and_is_issued_and_sent() {
        Schedule schedule = saved(details("2027-01-31", RecurringMode.ISSUE, Optional.empty()));
        assertThat(schedule.next()).contains(LocalDate.parse("2027-01-31"));
        at("2027-01-31T04:59:59Z");
        CORE.answerBells();
        assertThat(occurrences(schedule)).isEmpty();
        at("2027-01-31T05:00:00Z");
        CORE.answerBells();
        CORE.answerBells();
        Occurrence first = occurrences(schedule).getFirst();
        assertThat(first.issued()).isTrue();
        InvoiceView invoice = invoice(first.invoice().orElseThrow());
        assertThat(invoice.totals().lines().getFirst().description()).isEqualTo("Hosting January 31, 2027 to February 27, 2027");
        assertThat(invoice.row().issueDate()).contains(LocalDate.parse("2027-01-31"));
        assertThat(find(schedule).next()).contains(LocalDate.parse("2027-02-28"));
    }

    @Test
    void days_missed_during_an_outage_are_made_up_for_once_each_however_many_run() {
        Schedule schedule = saved(details("2027-01-15", RecurringMode.DRAFT, Optional.of(3)));
        at("2027-06-01T12:00:00Z");
        List<CompletableFuture<Integer>> runs = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(this::runAll)).toList();
        int made = runs.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(made).isEqualTo(3);
        assertThat(occurrences(schedule)).extracting(Occurrence::day).containsExactly(LocalDate.parse("2027-03-15"),
                LocalDate.parse("2027-02-15"), LocalDate.parse("2027-01-15"));
        assertThat(find(schedule).state()).isEqualTo(ScheduleState.ENDED);
        assertThat(CORE.in(tenant, () -> CORE.get(InvoiceList.class).page(InvoiceFilter.ALL.withStatuses(InvoiceStatus.DRAFT),
                Page.Request.first(10, InvoiceSort.CREATED, true))).total()).isEqualTo(3);
    }

    @Test
    void a_pause_is_not_made_up_for_and_a_cancelled_schedule_stays_so() {
        Schedule schedule = saved(details("2027-01-15", RecurringMode.DRAFT, Optional.empty()));
        assertThat(CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).pause(schedule.id()))).isInstanceOf(ScheduleOutcome.Saved.class);
        at("2027-04-01T12:00:00Z");
        assertThat(runAll()).isZero();
        CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).resume(schedule.id()));
        assertThat(runAll()).isZero();
        assertThat(find(schedule).next()).contains(LocalDate.parse("2027-04-15"));
        CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).cancel(schedule.id()));
        at("2027-05-01T12:00:00Z");
        assertThat(runAll()).isZero();
        assertThat(CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).resume(schedule.id())))
                .isEqualTo(new ScheduleOutcome.WrongState(schedule.id(), ScheduleState.CANCELLED));
    }

    @Test
    void what_cannot_be_issued_stays_a_draft_and_says_why() {
        CustomerDetails base = Samples.details("No Mail Ltd");
        customer = CORE.in(tenant, () -> SAMPLES.customer(new CustomerDetails(base.name(), base.kind(), "", List.of(), base.language(),
                base.zone(), 30, Optional.empty(), "", "", base.address())));
        Schedule schedule = saved(details("2027-01-11", RecurringMode.ISSUE, Optional.empty()));
        at("2027-01-11T12:00:00Z");
        assertThat(runAll()).isEqualTo(1);
        Occurrence only = occurrences(schedule).getFirst();
        assertThat(only.issued()).isFalse();
        assertThat(only.note()).contains("customer.emails");
        assertThat(invoice(only.invoice().orElseThrow()).row().status()).isEqualTo(InvoiceStatus.DRAFT);
    }

    @Test
    void changing_it_never_repeats_a_day_and_every_fault_is_named() {
        Schedule schedule = saved(details("2027-01-15", RecurringMode.DRAFT, Optional.empty()));
        at("2027-01-15T12:00:00Z");
        assertThat(runAll()).isEqualTo(1);
        Schedule changed = ((ScheduleOutcome.Saved) CORE.in(tenant, () -> CORE.get(RecurringInvoices.class)
                .change(schedule.id(), details("2027-01-15", RecurringMode.ISSUE, Optional.empty())))).schedule();
        assertThat(changed.next()).contains(LocalDate.parse("2027-02-15"));
        ScheduleDetails wrong = new ScheduleDetails(" ", DraftInvoice.of(customer.id(), "XXQ", List.of()), new Recurrence(
                LocalDate.parse("2027-01-14"), Rhythm.weekly(1), Optional.of(LocalDate.parse("2027-01-01")), Optional.of(0)),
                RecurringMode.DRAFT);
        ScheduleOutcome outcome = CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).create(wrong));
        assertThat(((ScheduleOutcome.Refused) outcome).faults()).extracting(fault -> fault.field() + " " + fault.rule())
                .containsExactly("name text.missing", "until recurring.endsBeforeStart", "times number.outside", "lines invoice.noLines",
                        "currency currency.unknown", "start recurring.startsInPast");
    }

    private int runAll() {
        int made = 0;
        int more;
        do {
            more = CORE.in(tenant, () -> CORE.get(RecurringRun.class).make());
            made += more;
        } while (more > 0);
        return made;
    }

    private ScheduleDetails details(String start, RecurringMode mode, Optional<Integer> times) {
        LocalDate first = LocalDate.parse(start);
        LineInput line = LineInput.of("Hosting {period_start} to {period_end}", "1", "49.90", TaxRate.standard("19"));
        return new ScheduleDetails("Hosting", DraftInvoice.of(customer.id(), "EUR", List.of(line)),
                new Recurrence(first, Rhythm.monthly(1, first.getDayOfMonth()), Optional.empty(), times), mode);
    }

    private Schedule saved(ScheduleDetails details) {
        return switch (CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).create(details))) {
            case ScheduleOutcome.Saved(Schedule schedule) -> schedule;
            case ScheduleOutcome refused -> throw new AssertionError(refused);
        };
    }

    private Schedule find(Schedule schedule) {
        return CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).find(schedule.id())).orElseThrow();
    }

    private List<Occurrence> occurrences(Schedule schedule) {
        return CORE.in(tenant, () -> CORE.get(RecurringInvoices.class).occurrences(schedule.id(), 10));
    }

    private InvoiceView invoice(InvoiceId id) {
        return CORE.in(tenant, () -> CORE.get(InvoiceList.class).find(id)).orElseThrow();
    }

    private static void at(String instant) {
        CORE.clock().set(Instant.parse(instant));
    }
}
