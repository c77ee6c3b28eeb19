package io.quittance.payment.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.payment.ChargeOrder;
import io.quittance.payment.ChargeStart;
import io.quittance.payment.control.AttemptStore;
import io.quittance.payment.entity.Attempt;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TenantMark;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The units of work around charges of saved methods. */
@Boundary
public class ChargeUnits {

    @Inject
    AttemptStore attempts;
    @Inject
    Settlement settlement;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    AuditTrail audit;
    @Inject
    Doorbell doorbell;
    @Inject
    Clock clock;

    /** Writes an attempt down. Joins the caller's unit; only once that has committed may it be sent. */
    @Requires(Permission.SYSTEM)
    public ChargeStart begin(ChargeOrder order) {
        List<OpenClaim> claims = settlement.claims(order.invoice());
        Money open = claims.stream().map(OpenClaim::open).reduce(Money::plus).orElse(Money.zero(order.amount().currency()));
        if (!open.currency().equals(order.amount().currency()) || open.compareTo(order.amount()) < 0) {
            return new ChargeStart.TooMuch();
        }
        Instant now = clock.instant();
        if (attempts.ofInvoice(order.invoice()).stream().anyMatch(earlier -> earlier.mayStillPay(now))) {
            return new ChargeStart.Held();
        }
        Attempt attempt = Attempt.begin(new AttemptId(ids.next()), TenantMark.of(tenant.get().id()), order.invoice(),
                claims.getFirst().customer(), order.installation(), order.gateway(), order.amount(), now, Attempt.CHARGER);
        attempts.insert(attempt);
        audit.record("started", "attempt", attempt.id().value(), null, CheckoutUnits.Facts.of(attempt));
        attempt.askAt().ifPresent(due -> doorbell.ringAt(CheckoutUnits.BELL, due));
        return new ChargeStart.Begun(attempt.id());
    }

    /** One that was begun and not yet sent, with the number of its invoice. */
    @Requires(Permission.SYSTEM)
    public Optional<Unsent> unsent(AttemptId id) {
        return attempts.find(id).filter(attempt -> attempt.state() == AttemptState.STARTED)
                .map(attempt -> new Unsent(attempt, settlement.claims(attempt.invoice()).getFirst().number().text()));
    }

    /** An attempt that may go to the gateway. */
    public record Unsent(Attempt attempt, String number) {
    }

    @Requires(Permission.SYSTEM)
    public Optional<AttemptView> find(AttemptId id) {
        return attempts.find(id).map(Attempt::view);
    }
}
