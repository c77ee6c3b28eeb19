package io.quittance.invoice.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InstalmentTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.PreviewOutcome;
import io.quittance.invoice.ScheduleOutcome;
import io.quittance.invoice.control.InstalmentPlans;
import io.quittance.invoice.control.InstalmentRules;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Lays what is open of an invoice's principal out in instalments, each a claim with a due date of its own. The issued
 * document stays as it is. No interest or charge is added: that could make the business a lender to consumers (Directive
 * (EU) 2023/2225, applied from 20 November 2026).
 */
@Boundary
public class Instalments {

    @Inject
    InstalmentPlans plans;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** The schedule that terms would give now. */
    @Requires(Permission.INVOICE_READ)
    public PreviewOutcome preview(InvoiceId invoice, InstalmentTerms terms) {
        Optional<OpenClaim> principal = plans.openPrincipal(invoice);
        if (principal.isEmpty()) {
            return new PreviewOutcome.NothingOpen();
        }
        List<Fault> faults = terms.check(principal.get().open());
        if (!faults.isEmpty()) {
            return new PreviewOutcome.Refused(faults);
        }
        List<Instalment> schedule = terms.of(principal.get().open());
        List<Fault> wrong = InstalmentRules.check(schedule, principal.get().open(), tenant.get().today(clock));
        return wrong.isEmpty() ? new PreviewOutcome.Preview(principal.get().open(), schedule)
                : new PreviewOutcome.Refused(List.of(Fault.of("first", terms.first(), wrong.getFirst().rule(),
                        wrong.getFirst().arguments().toArray())));
    }

    /**
     * Replaces the open principal by these instalments, in the order of their due dates; their amounts sum to it exactly.
     * Once per invoice.
     */
    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome schedule(InvoiceId invoice, List<Instalment> schedule) {
        return plans.schedule(invoice, schedule);
    }
}
