package io.quittance.autopay.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.autopay.AutopayPolicy;
import io.quittance.autopay.NoticeDays;
import io.quittance.autopay.control.AutopayJob;
import io.quittance.autopay.control.Terms;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Doorbell;
import jakarta.inject.Inject;
import java.util.List;

/** When the tenant's payers are told of charges, and when refused ones are tried again. */
@Boundary
public class AutopaySettings {

    private static final String SUBJECT = "autopay-policy";

    @Inject
    Terms terms;
    @Inject
    Doorbell bell;
    @Inject
    AuditTrail audit;

    /** The tenant's own; the standard until it chooses. */
    @Requires(Permission.SETTINGS_READ)
    public AutopayPolicy policy() {
        return terms.policy();
    }

    /** What a payer who agrees now is promised. */
    @Requires({Permission.PORTAL_VIEW, Permission.CUSTOMER_READ})
    public NoticeDays notice() {
        return terms.policy().notice();
    }

    /** Holds for what is announced and refused from now on. @return why it was refused; empty when it was changed */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> change(AutopayPolicy policy) {
        List<Fault> faults = policy.check();
        if (faults.isEmpty()) {
            audit.record("changed", SUBJECT, 0, terms.policy(), policy);
            terms.write(policy);
            bell.ring(AutopayJob.BELL);
        }
        return faults;
    }
}
