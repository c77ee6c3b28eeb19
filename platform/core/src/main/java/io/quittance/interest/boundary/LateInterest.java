package io.quittance.interest.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.interest.CustomerInterest;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.InterestPolicy;
import io.quittance.interest.LateCharges;
import io.quittance.interest.WaiverOrder;
import io.quittance.interest.WaiverOutcome;
import io.quittance.interest.control.Accruing;
import io.quittance.interest.control.InterestJob;
import io.quittance.interest.control.LawTable;
import io.quittance.interest.control.PolicyStore;
import io.quittance.interest.control.Waiving;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether and how interest and fixed sums are claimed for late payment, and what of them is waived. */
@Boundary
public class LateInterest {

    private static final String POLICY = "interest-policy";

    @Inject
    PolicyStore policies;
    @Inject
    LawTable laws;
    @Inject
    Accruing accruing;
    @Inject
    Waiving waiving;
    @Inject
    Settlement settlement;
    @Inject
    Customers customers;
    @Inject
    Doorbell bell;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    @Requires({Permission.SETTINGS_READ, Permission.INVOICE_READ})
    public InterestPolicy policy() {
        return policies.read();
    }

    /** The laws that are known, with base rates and sources. */
    @Requires({Permission.SETTINGS_READ, Permission.INVOICE_READ})
    public List<InterestLaw> laws() {
        return laws.all();
    }

    /** @return why it was refused; empty when it was changed. What was claimed before stays, unless {@code since} moves past it */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> change(InterestPolicy policy) {
        List<Fault> faults = policy.check(LawTable.KNOWN);
        if (faults.isEmpty()) {
            audit.record("changed", POLICY, 0, policies.read(), policy);
            policies.write(policy);
            bell.ring(InterestJob.BELL);
        }
        return faults;
    }

    /** What was chosen for a customer; empty for as the policy says. */
    @Requires(Permission.CUSTOMER_READ)
    public Optional<CustomerInterest> ofCustomer(CustomerId customer) {
        return policies.ofCustomer(customer);
    }

    /**
     * Chooses for a customer.
     *
     * @param choice empty for as the policy says
     * @return false when there is no such customer
     */
    @Requires(Permission.CUSTOMER_WRITE)
    public boolean choose(CustomerId customer, Optional<CustomerInterest.Choice> choice) {
        if (customers.find(customer).isEmpty()) {
            return false;
        }
        Optional<CustomerInterest> before = policies.ofCustomer(customer);
        LocalDate today = tenant.get().today(clock);
        Optional<CustomerInterest> now = choice.map(wanted -> new CustomerInterest(wanted,
                before.filter(earlier -> earlier.choice() == wanted).map(CustomerInterest::since).orElse(today)));
        audit.record("changed", POLICY, customer.value(), before.orElse(null), now.orElse(null));
        policies.choose(customer, now);
        bell.ring(InterestJob.BELL);
        return true;
    }

    /** What an invoice bears for being late and how it comes about; empty when there is none such, or it is a draft. */
    @Requires(Permission.INVOICE_READ)
    public Optional<LateCharges> charges(InvoiceId invoice) {
        return settlement.claims(invoice).stream().findFirst().map(OpenClaim::open).map(open -> accruing.charges(invoice, open));
    }

    /** Waives at once, or keeps the wish for a second person when it is above the tenant's limit. */
    @Requires(Permission.INVOICE_CORRECT)
    public WaiverOutcome waive(WaiverOrder order) {
        return waiving.ask(order);
    }
}
