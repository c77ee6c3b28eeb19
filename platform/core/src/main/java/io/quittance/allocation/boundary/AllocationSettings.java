package io.quittance.allocation.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.allocation.AllocationRules;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.control.AllocationJob;
import io.quittance.allocation.control.RuleStore;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Doorbell;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Which strategies hand out money, in which order. A change concerns money handed out from then on. */
@Boundary
public class AllocationSettings {

    private static final String SUBJECT = "allocation-rules";

    @Inject
    RuleStore store;
    @Inject
    Customers customers;
    @Inject
    Doorbell bell;
    @Inject
    AuditTrail audit;

    /** The tenant's own; the standard until it chooses. */
    @Requires({Permission.SETTINGS_READ, Permission.PAYMENT_READ})
    public AllocationRules rules() {
        return store.tenant();
    }

    /** @return why it was refused; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> change(AllocationRules rules) {
        List<Fault> faults = AllocationRules.check(rules.order());
        if (faults.isEmpty()) {
            audit.record("changed", SUBJECT, 0, store.tenant(), rules);
            store.write(rules);
            bell.ring(AllocationJob.BELL);
        }
        return faults;
    }

    /** The order that a customer has of its own, if any. */
    @Requires(Permission.CUSTOMER_READ)
    public Optional<List<AllocationStrategy>> ofCustomer(CustomerId customer) {
        return store.ofCustomer(customer);
    }

    /** @return why it was refused; empty when it was changed */
    @Requires(Permission.CUSTOMER_WRITE)
    public List<Fault> changeFor(CustomerId customer, List<AllocationStrategy> order) {
        if (customers.find(customer).isEmpty()) {
            return List.of(Fault.of("customer", customer, "payment.unknownCustomer"));
        }
        List<Fault> faults = AllocationRules.check(order);
        if (faults.isEmpty()) {
            audit.record("changed", SUBJECT, customer.value(), store.ofCustomer(customer).orElse(null), order);
            store.write(customer, order);
        }
        return faults;
    }

    /** From now on the tenant's order holds for the customer. @return false when it had none of its own */
    @Requires(Permission.CUSTOMER_WRITE)
    public boolean forget(CustomerId customer) {
        Optional<List<AllocationStrategy>> before = store.ofCustomer(customer);
        before.ifPresent(order -> audit.record("changed", SUBJECT, customer.value(), order, null));
        return store.forget(customer);
    }
}
