package io.quittance.recurring.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.DraftOutcome;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.live.LiveChanges;
import io.quittance.recurring.Occurrence;
import io.quittance.recurring.Recurrence;
import io.quittance.recurring.RecurringMode;
import io.quittance.recurring.Schedule;
import io.quittance.recurring.ScheduleId;
import io.quittance.recurring.control.OccurrenceRows;
import io.quittance.recurring.control.PeriodTexts;
import io.quittance.recurring.control.ScheduleRows;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The daily run of the schedules. The job's, nobody else's. */
@Boundary
public class RecurringRun {

    /** Made in one unit; what is left is made in the next. */
    private static final int MOST_PER_UNIT = 50;
    private static final int LONGEST_NOTE = 1000;

    @Inject
    ScheduleRows rows;
    @Inject
    OccurrenceRows occurrences;
    @Inject
    Invoicing invoicing;
    @Inject
    Customers customers;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /**
     * Makes the invoices whose day has come, also those of days gone by while nobody was running. A day of a schedule
     * comes once: run it at will.
     *
     * @return how many days came; call again until none does
     */
    @Requires(Permission.SYSTEM)
    public int make() {
        LocalDate last = Recurrence.lastDue(clock.instant(), tenant.get().zone());
        List<Come> come = new ArrayList<>();
        for (ScheduleId id : rows.due(last, MOST_PER_UNIT)) {
            rows.lock(id).filter(found -> found.next().filter(next -> !next.isAfter(last)).isPresent())
                    .ifPresent(schedule -> come.add(come(schedule, schedule.next().orElseThrow())));
        }
        LinkedHashSet<InvoiceId> drafts = come.stream().filter(one -> one.schedule().details().mode() == RecurringMode.ISSUE)
                .flatMap(one -> one.draft().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<InvoiceId, IssueOutcome> outcomes = drafts.isEmpty() ? Map.of() : invoicing.issueAll(drafts, true);
        come.forEach(one -> occurrences.add(occurrence(one, one.draft().map(outcomes::get))));
        return come.size();
    }

    /** When the next day's invoices are to be made. */
    @Requires(Permission.SYSTEM)
    public Optional<Instant> nextWake() {
        return rows.next().map(day -> Recurrence.due(day, tenant.get().zone()).toInstant());
    }

    /** A day that has come. @param note why it was not drafted */
    private record Come(Schedule schedule, LocalDate day, Optional<InvoiceId> draft, String note) {
    }

    private Come come(Schedule schedule, LocalDate day) {
        Recurrence recurrence = schedule.details().recurrence();
        Locale language = customers.find(schedule.details().template().customer()).orElseThrow().details().language();
        DraftOutcome outcome = invoicing.draft(PeriodTexts.of(schedule.details().template(), recurrence, day, language));
        rows.change(schedule.after(recurrence.onOrAfter(day.plusDays(1))));
        changes.announce("recurring", schedule.id().value());
        return switch (outcome) {
            case DraftOutcome.Drafted drafted -> new Come(schedule, day, Optional.of(drafted.id()), "");
            case DraftOutcome.Refused refused -> new Come(schedule, day, Optional.empty(), note(refused.faults()));
            case DraftOutcome impossible -> throw new IllegalStateException("a new draft cannot be " + impossible);
        };
    }

    /** What cannot be issued stays a draft, and says why. @param outcome empty for a draft that is to stay one */
    private Occurrence occurrence(Come come, Optional<IssueOutcome> outcome) {
        boolean issued = outcome.filter(IssueOutcome.Issued.class::isInstance).isPresent();
        String note = outcome.filter(IssueOutcome.Refused.class::isInstance)
                .map(refused -> note(((IssueOutcome.Refused) refused).faults())).orElse(come.note());
        return new Occurrence(come.schedule().id(), come.day(), come.draft(), issued, note, clock.instant());
    }

    private String note(List<Fault> faults) {
        String all = faults.stream().map(fault -> fault.field() + ": " + fault.remedy(tenant.get().language()))
                .collect(Collectors.joining(" "));
        return all.substring(0, Math.min(all.length(), LONGEST_NOTE));
    }
}
