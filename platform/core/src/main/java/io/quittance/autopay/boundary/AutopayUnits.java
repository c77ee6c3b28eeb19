package io.quittance.autopay.boundary;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.autopay.Agreement;
import io.quittance.autopay.AgreementId;
import io.quittance.autopay.AgreementState;
import io.quittance.autopay.ChargeRow;
import io.quittance.autopay.control.AgreementKeeper;
import io.quittance.autopay.control.AgreementRows;
import io.quittance.autopay.control.AutopayJob;
import io.quittance.autopay.control.ChargeRows;
import io.quittance.autopay.control.ChargeRows.Planned;
import io.quittance.autopay.control.Charging;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.plugin.EnabledGateway;
import io.quittance.spi.gateway.IdempotencyKey;
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
import java.util.Map;
import java.util.Optional;

/** The units of work of autopay. */
@Boundary
public class AutopayUnits {

    private static final Duration FIRST_LOOK = Duration.ofMinutes(2);
    /** A payer who has not finished at the gateway by then does not any more. */
    private static final Duration PATIENCE = Duration.ofDays(2);
    private static final int MOST_SHOWN = 20;

    @Inject
    AgreementRows agreements;
    @Inject
    AgreementKeeper keeper;
    @Inject
    ChargeRows charges;
    @Inject
    Charging charging;
    @Inject
    Settlement settlement;
    @Inject
    CurrentActor actor;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    AuditTrail audit;
    @Inject
    Doorbell bell;
    @Inject
    Clock clock;

    /** Keeps what the payer agreed to before the gateway is asked. Empty when there is no such invoice for the actor. */
    @Requires({Permission.PORTAL_PAY, Permission.CUSTOMER_WRITE})
    public Optional<Agreement> ask(InvoiceId invoice, EnabledGateway gateway, Autopay.Consent consent) {
        Optional<OpenClaim> claim = claim(invoice);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        AgreementId id = new AgreementId(ids.next());
        IdempotencyKey key = new IdempotencyKey("m-" + id + "-" + TenantMark.of(tenant.get().id()));
        Agreement agreement = new Agreement(id, key, claim.get().customer(), gateway.installation(), gateway.plugin(),
                claim.get().claimed().currency(), AgreementState.ASKED, Optional.empty(), consent.version(), consent.text(),
                consent.channel(), consent.notice(), clock.instant(), Optional.empty(), "");
        agreements.insert(agreement, invoice.value(), actor.get().label());
        audit.record("agreed", "autopay", id.value(), null,
                Map.of("customer", agreement.customer().value(), "textVersion", consent.version(), "consent", consent.text(),
                        "channel", consent.channel(), "notice", consent.notice()));
        bell.ringAt(AutopayJob.BELL, clock.instant().plus(FIRST_LOOK));
        return Optional.of(agreement);
    }

    private Optional<OpenClaim> claim(InvoiceId invoice) {
        return actor.get().reaches(invoice.value()) ? settlement.claims(invoice).stream().findFirst() : Optional.empty();
    }

    /** The agreement that holds, or is being made, for the customer and the currency of an invoice. */
    @Requires({Permission.PORTAL_VIEW, Permission.CUSTOMER_READ})
    public Optional<Agreement> of(InvoiceId invoice) {
        return claim(invoice).flatMap(claim -> agreements.of(claim.customer()).stream()
                .filter(agreement -> agreement.isUsable() && agreement.currency().equals(claim.claimed().currency())).findFirst());
    }

    /** All agreements of a customer, newest first. */
    @Requires(Permission.CUSTOMER_READ)
    public List<Agreement> of(CustomerId customer) {
        return agreements.of(customer);
    }

    /** The latest charges of a customer. */
    @Requires(Permission.PAYMENT_READ)
    public List<ChargeRow> charges(CustomerId customer) {
        return charges.of(customer, MOST_SHOWN);
    }

    /** By agreement the charge that comes next, where one is announced. */
    @Requires(Permission.PAYMENT_READ)
    public Map<AgreementId, ChargeRow> next(CustomerId customer) {
        return charges.next(customer);
    }

    /** @return false when it had ended before or there is none */
    @Requires({Permission.CUSTOMER_WRITE, Permission.SYSTEM})
    public boolean end(AgreementId id, String reason) {
        Optional<Agreement> found = agreements.find(id).filter(agreement -> agreement.state() != AgreementState.ENDED);
        found.ifPresent(agreement -> keeper.end(agreement, reason));
        return found.isPresent();
    }

    /** The payer does not want it any more. @return what ended */
    @Requires({Permission.PORTAL_PAY, Permission.CUSTOMER_WRITE})
    public Optional<Agreement> withdraw(InvoiceId invoice) {
        Optional<Agreement> found = of(invoice);
        found.ifPresent(agreement -> keeper.end(agreement, "withdrawn by the payer"));
        return found;
    }

    /** What came of sending the payer to the gateway. */
    @Requires({Permission.PORTAL_PAY, Permission.CUSTOMER_WRITE})
    public void refused(AgreementId id, String reason) {
        agreements.find(id).filter(agreement -> agreement.state() == AgreementState.ASKED)
                .ifPresent(agreement -> keeper.end(agreement, reason));
    }

    /** Agreements whose gateway is to be asked what became of them; those that wait for too long end. */
    @Requires(Permission.SYSTEM)
    public List<Agreement> toAsk() {
        Instant now = clock.instant();
        List<Agreement> asked = agreements.in(AgreementState.ASKED);
        asked.stream().filter(agreement -> agreement.agreedAt().plus(PATIENCE).isBefore(now))
                .forEach(agreement -> keeper.end(agreement, "never finished at the gateway"));
        return asked.stream().filter(agreement -> !agreement.agreedAt().plus(PATIENCE).isBefore(now)).toList();
    }

    @Requires(Permission.SYSTEM)
    public List<Agreement> active() {
        return agreements.in(AgreementState.ACTIVE);
    }

    @Requires({Permission.CUSTOMER_READ, Permission.SYSTEM})
    public Optional<Agreement> agreement(AgreementId id) {
        return agreements.find(id);
    }

    @Requires(Permission.SYSTEM)
    public Optional<Planned> charge(long id) {
        return charges.find(id);
    }

    @Requires(Permission.SYSTEM)
    public void plan(AgreementId id) {
        agreements.find(id).ifPresent(charging::plan);
    }

    @Requires(Permission.SYSTEM)
    public List<Long> due() {
        return charging.due().stream().map(planned -> planned.row().id()).toList();
    }

    @Requires(Permission.SYSTEM)
    public List<Long> started() {
        return charging.started().stream().map(planned -> planned.row().id()).toList();
    }

    @Requires(Permission.SYSTEM)
    public Optional<Charging.Ready> prepare(long id) {
        return charging.prepare(id);
    }

    @Requires(Permission.SYSTEM)
    public void follow(long id) {
        charging.follow(id);
    }
}
