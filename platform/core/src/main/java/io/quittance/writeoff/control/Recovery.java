package io.quittance.writeoff.control;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.Journal;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.writeoff.WriteOffReason;
import io.quittance.writeoff.entity.WriteOffPosting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Opens again what was written off: Dr receivables / Cr bad debt. */
@ApplicationScoped
public class Recovery {

    @Inject
    Settlement settlement;
    @Inject
    InvoiceTimeline timeline;
    @Inject
    WriteOffRows rows;
    @Inject
    Journal journal;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    public Money recover(InvoiceId invoice, Predicate<ClaimId> concerned, Money most, String cause) {
        Map<ClaimId, Money> writtenOff = new LinkedHashMap<>();
        settlement.corrected(invoice).forEach((claim, corrected) -> writtenOff.put(claim, corrected.writtenOff()));
        long id = ids.next();
        Money left = most;
        List<WriteOffPosting.Part> parts = new ArrayList<>();
        for (OpenClaim claim : settlement.claims(invoice)) {
            Money part = left.min(writtenOff.get(claim.id()));
            if (concerned.test(claim.id()) && part.isPositive()
                    && settlement.reopen(claim.id(), part, WriteOffPosting.CAUSE + ":" + id) instanceof SettlementOutcome.Done) {
                parts.add(new WriteOffPosting.Part(claim, part));
                left = left.minus(part);
            }
        }
        Money recovered = most.minus(left);
        if (recovered.isPositive()) {
            LocalDate today = tenant.get().today(clock);
            rows.add(id, "recovery:" + id, invoice, recovered.negated(), WriteOffReason.RECOVERED, cause, today);
            journal.post(WriteOffPosting.recovered(id, parts, today));
            timeline.note(invoice, "recovered", Map.of("amount", recovered.toString(), "cause", cause));
        }
        return recovered;
    }
}
