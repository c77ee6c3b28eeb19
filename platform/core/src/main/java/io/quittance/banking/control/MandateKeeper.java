package io.quittance.banking.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.banking.Mandate;
import io.quittance.banking.MandateDetails;
import io.quittance.banking.MandateId;
import io.quittance.banking.MandateOutcome;
import io.quittance.banking.MandateState;
import io.quittance.customer.boundary.Customers;
import io.quittance.live.LiveChanges;
import io.quittance.spi.bank.Iban;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes mandates in and ends them. */
@ApplicationScoped
public class MandateKeeper {

    private static final String KIND = "mandate";

    @Inject
    MandateRows rows;
    @Inject
    Customers customers;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Clock clock;

    public MandateOutcome create(MandateDetails given) {
        List<Fault> faults = MandateRules.check(given, customers.find(given.customer()), tenant.get().today(clock));
        if (!faults.isEmpty()) {
            return new MandateOutcome.Refused(faults);
        }
        MandateId id = new MandateId(ids.next());
        String reference = given.reference().isEmpty()
                ? "M" + Long.toString(id.value(), Character.MAX_RADIX).toUpperCase(Locale.ROOT) : given.reference();
        MandateDetails details = new MandateDetails(given.customer(), reference, given.holder(), given.iban(), given.bic(),
                given.signedOn(), given.scheme(), given.oneOff());
        if (!rows.add(id, details)) {
            return new MandateOutcome.Refused(List.of(Fault.of("reference", reference, "mandate.known")));
        }
        note("created", id, Map.of("reference", reference, "customer", given.customer().value(),
                "account", new Iban(given.iban()).masked(), "signedOn", given.signedOn(), "scheme", given.scheme()));
        return new MandateOutcome.Saved(rows.find(id).orElseThrow());
    }

    public MandateOutcome revoke(MandateId id) {
        if (rows.end(id, MandateState.REVOKED)) {
            note("revoked", id, Map.of("state", MandateState.REVOKED));
        }
        return asItStands(id);
    }

    public MandateOutcome endWithNext(MandateId id, boolean ending) {
        if (rows.endWithNext(id, ending)) {
            note("changed", id, Map.of("ending", ending));
        }
        return asItStands(id);
    }

    private MandateOutcome asItStands(MandateId id) {
        Optional<Mandate> found = rows.find(id);
        return found.<MandateOutcome>map(MandateOutcome.Saved::new).orElseGet(MandateOutcome.Unknown::new);
    }

    private void note(String action, MandateId id, Map<String, ?> facts) {
        audit.record(action, KIND, id.value(), null, facts);
        live.announce(KIND, id.value());
    }
}
