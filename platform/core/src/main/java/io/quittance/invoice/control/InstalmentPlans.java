package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
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
 * Replaces what is open of an invoice's principal by instalments. What was paid stays on the principal, so every share can
 * still be taken back; within the receivables account the rest moves from claim to claim.
 */
@ApplicationScoped
public class InstalmentPlans {

    private static final String KIND = "invoice";

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

    /** The principal that could be laid out in instalments: something of it is open and it was not laid out before. */
    public Optional<OpenClaim> openPrincipal(InvoiceId invoice) {
        List<OpenClaim> all = claims.of(invoice);
        return isScheduled(all) ? Optional.empty()
                : all.stream().filter(claim -> claim.kind() == ClaimKind.PRINCIPAL && claim.open().isPositive()).findFirst();
    }

    public ScheduleOutcome schedule(InvoiceId invoice, List<Instalment> schedule) {
        if (rows.find(invoice).isEmpty()) {
            return new ScheduleOutcome.Unknown(invoice);
        }
        if (isScheduled(claims.of(invoice))) {
            return new ScheduleOutcome.AlreadyScheduled();
        }
        Optional<OpenClaim> principal = openPrincipal(invoice);
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
        write(principal.get(), schedule);
        return new ScheduleOutcome.Scheduled(schedule);
    }

    private void write(OpenClaim principal, List<Instalment> schedule) {
        InvoiceId invoice = principal.invoice();
        List<ClaimRows.NewClaim> made = new ArrayList<>();
        Map<ClaimId, Money> laidOut = new LinkedHashMap<>();
        for (Instalment instalment : schedule) {
            ClaimId id = new ClaimId(ids.next());
            made.add(new ClaimRows.NewClaim(id, invoice, ClaimKind.INSTALMENT, made.size() + 1, instalment.amount(), instalment.amount(),
                    instalment.due()));
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

    /** What the audit trail keeps of the terms before. */
    record Due(LocalDate due, Money amount) {
    }

    private static boolean isScheduled(List<OpenClaim> claims) {
        return claims.stream().anyMatch(claim -> claim.kind() == ClaimKind.INSTALMENT);
    }
}
