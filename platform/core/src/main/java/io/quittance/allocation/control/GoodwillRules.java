package io.quittance.allocation.control;

import io.quittance.Fault;
import io.quittance.allocation.EarlyPaymentView;
import io.quittance.allocation.Goodwill;
import io.quittance.approval.boundary.Approvals;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.boundary.InvoiceTimeline;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the back office may take late money for early. */
@ApplicationScoped
public class GoodwillRules {

    private static final int LONGEST_REASON = 400;

    @Inject
    EarlyPayments early;
    @Inject
    DiscountSteps steps;
    @Inject
    Settlement settlement;
    @Inject
    InvoiceTimeline timeline;
    @Inject
    Approvals approvals;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    public List<Fault> extend(Goodwill wish) {
        Optional<EarlyPaymentView> view = early.view(wish.invoice());
        if (view.isEmpty()) {
            return List.of(Fault.of("invoice", wish.invoice(), "discount.none"));
        }
        List<Fault> faults = check(wish, view.get());
        if (faults.isEmpty()) {
            steps.add(wish);
            timeline.note(wish.invoice(), "discount-extended", Map.of("until", wish.until().toString(), "note", wish.reason()));
            audit.record("discount-extended", "invoice", wish.invoice().value(), view.get().until(), wish);
            early.bring(wish.invoice());
        }
        return faults;
    }

    private List<Fault> check(Goodwill wish, EarlyPaymentView view) {
        List<Fault> faults = new ArrayList<>();
        if (wish.reason().isEmpty()) {
            faults.add(Fault.of("reason", "", "correction.reason"));
        } else if (wish.reason().length() > LONGEST_REASON) {
            faults.add(Fault.of("reason", wish.reason().substring(0, 40) + "…", "text.tooLong", LONGEST_REASON));
        }
        if (wish.until() == null || !wish.until().isAfter(view.until()) || wish.until().isAfter(tenant.get().today(clock))) {
            faults.add(Fault.of("until", wish.until() == null ? "" : wish.until(), "discount.until", view.until()));
        }
        Money corrected = settlement.correctedTotal(wish.invoice(), view.offer().amount().currency());
        if (approvals.limits().needsTwo(corrected.plus(view.offer().amount()))) {
            faults.add(Fault.of("amount", view.offer().amount(), "discount.aboveLimit"));
        }
        return faults;
    }
}
