package io.quittance.customer.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.BillingDefaults;
import io.quittance.customer.CustomerId;
import io.quittance.customer.control.BillingRows;
import io.quittance.customer.control.CustomerRules;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** What invoices for a customer begin with. */
@Boundary
public class CustomerBilling {

    private static final String KIND = "customer";

    @Inject
    BillingRows rows;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;

    @Requires(Permission.CUSTOMER_READ)
    public BillingDefaults of(CustomerId customer) {
        return rows.read(customer);
    }

    /** @return every fault; none: they are as asked for, from the next draft on */
    @Requires(Permission.CUSTOMER_WRITE)
    public List<Fault> change(CustomerId customer, BillingDefaults defaults) {
        List<Fault> faults = CustomerRules.check(defaults);
        BillingDefaults before = rows.read(customer);
        if (faults.isEmpty() && !before.equals(defaults)) {
            rows.write(customer, defaults);
            audit.record("billing-changed", KIND, customer.value(), before, defaults);
            changes.announce(KIND, customer.value());
        }
        return faults;
    }
}
