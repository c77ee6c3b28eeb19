package io.quittance.payment.boundary;

import io.quittance.Fault;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.live.LiveChanges;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.payment.CheckoutOrder;
import io.quittance.payment.CheckoutResult;
import io.quittance.payment.control.AttemptStore;
import io.quittance.payment.entity.Attempt;
import io.quittance.payment.entity.CheckoutStart;
import io.quittance.plugin.PluginId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TenantMark;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The units of work of {@link Checkouts}, around its call of the gateway. */
@Boundary
public class CheckoutUnits {

    /** The bell of the janitor that asks gateways what became of attempts. */
    public static final String BELL = "in-doubt";

    /** Callbacks are usually quicker than browsers; only a lost one is asked after. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Inject
    AttemptStore attempts;
    @Inject
    Settlement settlement;
    @Inject
    CurrentActor actor;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentTenant tenant;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Doorbell doorbell;
    @Inject
    Clock clock;

    /** Records an attempt, so that whatever becomes of it can be asked after. */
    @Requires({Permission.PORTAL_PAY, Permission.PAYMENT_RECORD})
    public CheckoutStart begin(CheckoutOrder order, Optional<PluginId> gateway) {
        List<OpenClaim> claims = actor.get().reaches(order.invoice().value()) ? settlement.claims(order.invoice()) : List.of();
        if (claims.isEmpty()) {
            return new CheckoutStart.No(new CheckoutResult.UnknownInvoice());
        }
        Optional<Fault> fault = fault(order, gateway, claims);
        if (fault.isPresent()) {
            return new CheckoutStart.No(new CheckoutResult.Refused(fault.get()));
        }
        Instant now = clock.instant();
        List<Attempt> earlier = attempts.ofInvoice(order.invoice());
        Optional<Attempt> doubtful = earlier.stream()
                .filter(attempt -> attempt.state().isUnknown() || attempt.isCharge() && attempt.mayStillPay(now)).findFirst();
        if (doubtful.isPresent()) {
            return new CheckoutStart.No(new CheckoutResult.Held(doubtful.get().id()));
        }
        Optional<Attempt> waiting = earlier.stream().filter(attempt -> attempt.canResume(order.amount(), order.gateway(), now)).findFirst();
        String number = claims.getFirst().number().text();
        if (waiting.isPresent()) {
            return waiting.get().page()
                    .<CheckoutStart>map(page -> new CheckoutStart.No(new CheckoutResult.Redirect(waiting.get().id(), page)))
                    .orElseGet(() -> new CheckoutStart.Begun(waiting.get(), number));
        }
        Attempt attempt = Attempt.begin(new AttemptId(ids.next()), TenantMark.of(tenant.get().id()), order.invoice(),
                claims.getFirst().customer(), order.gateway(), gateway.orElseThrow(), order.amount(), now, actor.get().label());
        attempts.insert(attempt);
        audit.record("started", "attempt", attempt.id().value(), null, Facts.of(attempt));
        attempt.askAt().ifPresent(due -> doorbell.ringAt(BELL, due));
        return new CheckoutStart.Begun(attempt, number);
    }

    private static Optional<Fault> fault(CheckoutOrder order, Optional<PluginId> gateway, List<OpenClaim> claims) {
        Money open = claims.stream().map(OpenClaim::open).reduce(Money::plus).orElseThrow();
        String given = order.amount().toDecimal().toPlainString();
        if (gateway.isEmpty()) {
            return Optional.of(Fault.of("gateway", order.gateway(), "checkout.gatewayNotEnabled"));
        }
        if (!order.amount().currency().equals(open.currency())) {
            return Optional.of(Fault.of("currency", order.amount().currency(), "checkout.currencyDiffers", open.currency()));
        }
        if (open.isZero()) {
            return Optional.of(Fault.of("amount", given, "checkout.nothingOpen"));
        }
        if (!order.amount().isPositive()) {
            return Optional.of(Fault.of("amount", given, "payment.amountNotPositive"));
        }
        return order.amount().compareTo(open) <= 0 ? Optional.empty()
                : Optional.of(Fault.of("amount", given, "checkout.moreThanOpen", open.toDecimal().toPlainString(), open.currency()));
    }

    /** Records how the call of the gateway ended. */
    @Requires({Permission.PORTAL_PAY, Permission.PAYMENT_RECORD, Permission.SYSTEM})
    public void record(Attempt attempt) {
        attempts.update(attempt);
        audit.record(attempt.state().name().toLowerCase(Locale.ROOT), "attempt", attempt.id().value(), null, Facts.of(attempt));
        attempt.askAt().ifPresent(due -> doorbell.ringAt(BELL, due));
        live.announce("invoice", attempt.invoice().value());
    }

    @Requires({Permission.PORTAL_PAY, Permission.PAYMENT_RECORD})
    public void returned(AttemptId id) {
        attempts.find(id)
                .filter(attempt -> actor.get().reaches(attempt.invoice().value()))
                .filter(attempt -> attempt.state() == AttemptState.OPEN || attempt.state().isUnknown())
                .ifPresent(attempt -> {
                    Instant soon = clock.instant().plus(GRACE);
                    attempts.update(attempt.askSoon(soon));
                    doorbell.ringAt(BELL, soon);
                });
    }

    @Requires({Permission.PAYMENT_READ, Permission.PORTAL_VIEW})
    public List<AttemptView> attempts(InvoiceId invoice) {
        return actor.get().reaches(invoice.value()) ? attempts.ofInvoice(invoice).stream().map(Attempt::view).toList() : List.of();
    }

    /** What the audit trail keeps of an attempt. */
    record Facts(long invoice, String gateway, Money amount, AttemptState state, String reason) {

        static Facts of(Attempt attempt) {
            return new Facts(attempt.invoice().value(), attempt.gateway().value(), attempt.amount(), attempt.state(), attempt.reason());
        }
    }
}
