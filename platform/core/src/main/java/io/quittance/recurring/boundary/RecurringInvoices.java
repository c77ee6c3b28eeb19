package io.quittance.recurring.boundary;

import io.quittance.Fault;
import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.live.LiveChanges;
import io.quittance.recurring.Occurrence;
import io.quittance.recurring.Schedule;
import io.quittance.recurring.ScheduleDetails;
import io.quittance.recurring.ScheduleFilter;
import io.quittance.recurring.ScheduleId;
import io.quittance.recurring.ScheduleOutcome;
import io.quittance.recurring.ScheduleSort;
import io.quittance.recurring.ScheduleState;
import io.quittance.recurring.control.OccurrenceRows;
import io.quittance.recurring.control.RecurringJob;
import io.quittance.recurring.control.ScheduleRows;
import io.quittance.recurring.control.ScheduleRules;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Schedules of invoices that come again and again. */
@Boundary
public class RecurringInvoices {

    private static final String KIND = "recurring";

    @Inject
    ScheduleRows rows;
    @Inject
    OccurrenceRows occurrences;
    @Inject
    Customers customers;
    @Inject
    DraftDefaults drafts;
    @Inject
    Doorbell bell;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** The first day is the first of its days from today on: nothing is made for the past. */
    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome create(ScheduleDetails details) {
        List<Fault> faults = check(details);
        LocalDate today = tenant.get().today(clock);
        if (details.recurrence().start().isBefore(today)) {
            faults.add(Fault.of("start", details.recurrence().start(), "recurring.startsInPast", today));
        }
        if (!faults.isEmpty()) {
            return new ScheduleOutcome.Refused(faults);
        }
        Schedule schedule = as(new ScheduleId(ids.next()), details, ScheduleState.ACTIVE, today, clock.instant());
        rows.add(schedule);
        note("created", schedule.id(), null, details);
        return new ScheduleOutcome.Saved(schedule);
    }

    /** What was made stays; the next day is the first of the new days from today on that has not come yet. */
    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome change(ScheduleId id, ScheduleDetails details) {
        Optional<Schedule> found = rows.lock(id);
        if (found.isEmpty()) {
            return new ScheduleOutcome.Unknown(id);
        }
        Schedule before = found.get();
        if (before.state() == ScheduleState.CANCELLED) {
            return new ScheduleOutcome.WrongState(id, before.state());
        }
        List<Fault> faults = check(details);
        if (!faults.isEmpty()) {
            return new ScheduleOutcome.Refused(faults);
        }
        ScheduleState state = before.state() == ScheduleState.PAUSED ? ScheduleState.PAUSED : ScheduleState.ACTIVE;
        Schedule after = as(id, details, state, notYet(id), before.createdAt());
        rows.change(after);
        note("changed", id, before.details(), details);
        return new ScheduleOutcome.Saved(after);
    }

    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome pause(ScheduleId id) {
        return move(id, ScheduleState.ACTIVE, ScheduleState.PAUSED);
    }

    /** What fell in the pause is not made up for. */
    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome resume(ScheduleId id) {
        return move(id, ScheduleState.PAUSED, ScheduleState.ACTIVE);
    }

    /** For ever; what was made stays. */
    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome cancel(ScheduleId id) {
        return move(id, null, ScheduleState.CANCELLED);
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<Schedule> find(ScheduleId id) {
        return rows.find(id);
    }

    @Requires(Permission.INVOICE_READ)
    public Page<Schedule> page(ScheduleFilter filter, Page.Request<ScheduleSort> request) {
        return rows.page(filter, request);
    }

    /** What its days brought about, the latest first. */
    @Requires(Permission.INVOICE_READ)
    public List<Occurrence> occurrences(ScheduleId id, int most) {
        return occurrences.of(id, most);
    }

    private ScheduleOutcome move(ScheduleId id, ScheduleState from, ScheduleState to) {
        Optional<Schedule> found = rows.lock(id);
        if (found.isEmpty()) {
            return new ScheduleOutcome.Unknown(id);
        }
        Schedule before = found.get();
        if (before.state() == to) {
            return new ScheduleOutcome.Saved(before);
        }
        if (before.state() == ScheduleState.CANCELLED || from != null && before.state() != from) {
            return new ScheduleOutcome.WrongState(id, before.state());
        }
        Schedule after = as(id, before.details(), to, notYet(id), before.createdAt());
        rows.change(after);
        note(to.name().toLowerCase(Locale.ROOT), id, Map.of("state", before.state()), Map.of("state", after.state()));
        return new ScheduleOutcome.Saved(after);
    }

    /** Today, or the day after the last that has come. */
    private LocalDate notYet(ScheduleId id) {
        LocalDate today = tenant.get().today(clock);
        return occurrences.last(id).map(last -> last.plusDays(1)).filter(next -> next.isAfter(today)).orElse(today);
    }

    private Schedule as(ScheduleId id, ScheduleDetails details, ScheduleState wanted, LocalDate from, Instant createdAt) {
        Optional<LocalDate> next = wanted == ScheduleState.ACTIVE ? details.recurrence().onOrAfter(from) : Optional.empty();
        ScheduleState state = wanted == ScheduleState.ACTIVE && next.isEmpty() ? ScheduleState.ENDED : wanted;
        Currency currency = Currency.getInstance(details.template().currency());
        Money gross = details.template().totals(currency).gross();
        String customer = customers.find(details.template().customer()).orElseThrow().name();
        return new Schedule(id, details, customer, gross, state, next, createdAt);
    }

    private List<Fault> check(ScheduleDetails details) {
        List<Fault> faults = new ArrayList<>(ScheduleRules.check(details));
        faults.addAll(drafts.check(details.template()));
        return faults;
    }

    private void note(String action, ScheduleId id, Object before, Object after) {
        audit.record(action, KIND, id.value(), before, after);
        changes.announce(KIND, id.value());
        bell.ring(RecurringJob.BELL);
    }
}
