package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.PlanEndOutcome;
import io.quittance.invoice.ScheduleOutcome;
import io.quittance.invoice.entity.InvoicePostings;
import io.quittance.ledger.boundary.Journal;
import io.quittance.live.LiveChanges;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces what is open of an invoice's principal by instalments, and puts it back. What was paid stays on the principal, so
 * every share can still be taken back; within the receivables account the rest moves from claim to claim.
 */
@ApplicationScoped
public class InstalmentPlans {

    private static final String KIND = "invoice";
    private static final int LONGEST_REASON = 400;

    @Inject
    ClaimRows claims;
    @Inject
    InvoiceRows rows;
    @Inject
    InvoiceEvents events;
    @Inject
    Journal journal;
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

    /** What could be laid out in instalments: what is open of the principal and of a plan that is there already; never zero. */
    public Optional<Money> open(InvoiceId invoice) {
        return claims.of(invoice).stream().filter(claim -> claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT)
                .map(OpenClaim::open).reduce(Money::plus).filter(Money::isPositive);
    }

    private static Optional<OpenClaim> principal(List<OpenClaim> all) {
        return all.stream().filter(claim -> claim.kind() == ClaimKind.PRINCIPAL).findFirst();
    }

    public ScheduleOutcome schedule(InvoiceId invoice, List<Instalment> schedule) {
        if (rows.find(invoice).isEmpty()) {
            return new ScheduleOutcome.Unknown(invoice);
        }
        List<OpenClaim> all = claims.of(invoice);
        if (isScheduled(all)) {
            return new ScheduleOutcome.AlreadyScheduled();
        }
        Optional<OpenClaim> principal = principal(all).filter(claim -> claim.open().isPositive());
        if (principal.isEmpty()) {
            return new ScheduleOutcome.NothingOpen();
        }
        List<Fault> faults = InstalmentRules.check(schedule, principal.get().open(), tenant.get().today(clock));
        if (!faults.isEmpty()) {
            return new ScheduleOutcome.Refused(faults);
        }
        if (!claims.retire(principal.get())) {
            return new ScheduleOutcome.Changed(claims.find(principal.get().id()).orElseThrow().open());
        }
        write(principal.get(), schedule, all.size());
        return new ScheduleOutcome.Scheduled(schedule);
    }

    /** @param taken how many positions may be taken by claims that are there */
    private void write(OpenClaim principal, List<Instalment> schedule, int taken) {
        InvoiceId invoice = principal.invoice();
        List<ClaimRows.NewClaim> made = new ArrayList<>();
        Map<ClaimId, Money> laidOut = new LinkedHashMap<>();
        for (Instalment instalment : schedule) {
            ClaimId id = new ClaimId(ids.next());
            made.add(new ClaimRows.NewClaim(id, invoice, ClaimKind.INSTALMENT, taken + made.size() + 1, instalment.amount(),
                    instalment.amount(), instalment.due()));
            laidOut.put(id, instalment.amount());
        }
        claims.add(made);
        claims.dueAgain(invoice);
        LocalDate today = tenant.get().today(clock);
        journal.postAll(List.of(InvoicePostings.laidOut(principal, laidOut, today)));
        Instalment last = schedule.getLast();
        events.note(invoice, "scheduled", Map.of("count", Integer.toString(schedule.size()), "amount", principal.open().toString(),
                "first", schedule.getFirst().due().toString(), "last", last.due().toString()));
        audit.record("scheduled", KIND, invoice.value(), new Due(principal.dueDate(), principal.open()), schedule);
        changes.announce(KIND, invoice.value());
    }

    /**
     * Gives up what is open of a plan: the principal is owed by as much again, on its own due date. What was paid of an instalment
     * stays there, so every share can still be taken back.
     */
    public PlanEndOutcome end(InvoiceId invoice, String why) {
        String reason = why == null ? "" : why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return new PlanEndOutcome.Refused(List.of(reason.isEmpty() ? Fault.of("reason", "", "instalments.reason")
                    : Fault.of("reason", reason.substring(0, 40) + "…", "text.tooLong", LONGEST_REASON)));
        }
        List<OpenClaim> all = claims.lock(invoice);
        List<OpenClaim> given = all.stream().filter(InstalmentPlans::isOpenInstalment).toList();
        if (given.isEmpty()) {
            return new PlanEndOutcome.NoPlan();
        }
        OpenClaim principal = principal(all).orElseThrow(() -> new IllegalStateException("invoice " + invoice + " has no principal"));
        given.forEach(claim -> {
            if (!claims.retire(claim)) {
                throw new IllegalStateException("claim " + claim.id() + " moved while it was locked");
            }
        });
        Money again = given.stream().map(OpenClaim::open).reduce(Money::plus).orElseThrow();
        claims.restore(principal, again);
        claims.dueAgain(invoice);
        journal.post(InvoicePostings.putBack(principal, given, Long.toString(ids.next()), tenant.get().today(clock)));
        events.note(invoice, "plan-ended", Map.of("amount", again.toString(), "reason", reason));
        audit.record("plan-ended", KIND, invoice.value(), given.stream().map(claim -> new Due(claim.dueDate(), claim.open())).toList(),
                new Due(principal.dueDate(), again));
        changes.announce(KIND, invoice.value());
        return new PlanEndOutcome.Ended(claims.find(principal.id()).orElseThrow().open());
    }

    /** Another plan in place of the one that is there; judged before anything changes. */
    public ScheduleOutcome replace(InvoiceId invoice, List<Instalment> schedule, String reason) {
        Optional<Money> open = open(invoice);
        if (open.isEmpty() || !isScheduled(claims.of(invoice))) {
            return new ScheduleOutcome.NothingOpen();
        }
        List<Fault> faults = InstalmentRules.check(schedule, open.get(), tenant.get().today(clock));
        if (!faults.isEmpty()) {
            return new ScheduleOutcome.Refused(faults);
        }
        return switch (end(invoice, reason)) {
            case PlanEndOutcome.Refused refused -> new ScheduleOutcome.Refused(refused.faults());
            case PlanEndOutcome.NoPlan none -> new ScheduleOutcome.NothingOpen();
            case PlanEndOutcome.Ended(Money now) when !now.equals(open.get()) ->
                throw new IllegalStateException("invoice " + invoice + " was paid while its plan was being replaced; ask again");
            case PlanEndOutcome.Ended ended -> schedule(invoice, schedule);
        };
    }

    /** What the audit trail keeps of the terms before. */
    record Due(LocalDate due, Money amount) {
    }

    private static boolean isScheduled(List<OpenClaim> claims) {
        return claims.stream().anyMatch(InstalmentPlans::isOpenInstalment);
    }

    private static boolean isOpenInstalment(OpenClaim claim) {
        return claim.kind() == ClaimKind.INSTALMENT && claim.open().isPositive();
    }
}
