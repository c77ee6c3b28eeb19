package io.quittance.invoice.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InstalmentTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.PlanEndOutcome;
import io.quittance.invoice.PreviewOutcome;
import io.quittance.invoice.ScheduleOutcome;
import io.quittance.invoice.control.InstalmentPlans;
import io.quittance.invoice.control.InstalmentRules;
import io.quittance.spi.money.Money;
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

    /** The schedule that terms would give now, in place of a plan that is there already. */
    @Requires(Permission.INVOICE_READ)
    public PreviewOutcome preview(InvoiceId invoice, InstalmentTerms terms) {
        Optional<Money> open = plans.open(invoice);
        if (open.isEmpty()) {
            return new PreviewOutcome.NothingOpen();
        }
        List<Fault> faults = terms.check(open.get());
        if (!faults.isEmpty()) {
            return new PreviewOutcome.Refused(faults);
        }
        List<Instalment> schedule = terms.of(open.get());
        List<Fault> wrong = InstalmentRules.check(schedule, open.get(), tenant.get().today(clock));
        return wrong.isEmpty() ? new PreviewOutcome.Preview(open.get(), schedule)
                : new PreviewOutcome.Refused(List.of(Fault.of("first", terms.first(), wrong.getFirst().rule(),
                        wrong.getFirst().arguments().toArray())));
    }

    /**
     * Replaces the open principal by these instalments, in the order of their due dates; their amounts sum to it exactly.
     * Refused while a plan is there.
     */
    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome schedule(InvoiceId invoice, List<Instalment> schedule) {
        return plans.schedule(invoice, schedule);
    }

    /** Lays out anew what is open of a plan, from its end and the new one in one unit. @param reason why, for the timeline */
    @Requires(Permission.INVOICE_ISSUE)
    public ScheduleOutcome replace(InvoiceId invoice, List<Instalment> schedule, String reason) {
        return plans.replace(invoice, schedule, reason);
    }

    /** Ends a plan: from now on what is open of it is due as the invoice says. @param reason why, for the timeline */
    @Requires(Permission.INVOICE_ISSUE)
    public PlanEndOutcome end(InvoiceId invoice, String reason) {
        return plans.end(invoice, reason);
    }
}
