package io.quittance.autopay.control;

import io.quittance.audit.AuditTrail;
import io.quittance.autopay.Agreement;
import io.quittance.autopay.ChargeState;
import io.quittance.autopay.control.ChargeRows.Planned;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.InvoiceHolds;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.notification.OutboxRequest;
import io.quittance.notification.OutboxRow;
import io.quittance.notification.OutboxState;
import io.quittance.notification.boundary.Outbox;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.payment.ChargeOrder;
import io.quittance.payment.ChargeStart;
import io.quittance.payment.boundary.ChargeUnits;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans charges, lets them go when nothing speaks against it, and follows them to their end. */
@ApplicationScoped
public class Charging {

    /** Interest and fixed sums are not what a payer agrees to. */
    private static final Set<ClaimKind> CHARGED = Set.of(ClaimKind.PRINCIPAL, ClaimKind.INSTALMENT);

    @Inject
    ChargeRows rows;
    @Inject
    AgreementRows agreements;
    @Inject
    AgreementKeeper keeper;
    @Inject
    Terms terms;
    @Inject
    Settlement settlement;
    @Inject
    ChargeUnits charges;
    @Inject
    InvoiceHolds holds;
    @Inject
    Outbox outbox;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** A charge that may go to its gateway once the unit has committed. */
    public record Ready(AttemptId attempt, GatewayPaymentId mandate) {
    }

    /** Tells payers of what will be charged, in time; each claim once. */
    public void plan(Agreement agreement) {
        if (!agreement.isUsable()) {
            return;
        }
        LocalDate today = tenant.get().today(clock);
        LocalDate earliest = today.plusDays(terms.policy().notice().orLonger(agreement.notice())
                .of(agreement.method().orElseThrow().kind()));
        for (OpenClaim claim : settlement.open(agreement.customer(), agreement.currency())) {
            if (CHARGED.contains(claim.kind()) && !claim.onHold() && claim.open().isPositive() && !claim.dueDate().isAfter(earliest)) {
                rows.plan(claim, agreement, today, earliest).ifPresent(id -> outbox.enqueue(OutboxRequest.now(NoticeMail.KIND,
                        claim.invoice().value(), Map.of("charge", Long.toString(id)), key(id))));
            }
        }
    }

    /** Lets a charge go that is due, or says why not yet or not any more. */
    public Optional<Ready> prepare(long id) {
        Optional<Planned> found = rows.lock(id).filter(planned -> planned.row().state() == ChargeState.PLANNED);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Planned planned = found.get();
        Agreement agreement = agreements.find(planned.agreement()).orElseThrow();
        Optional<OpenClaim> claim = settlement.find(planned.claim()).filter(open -> open.open().isPositive());
        if (!agreement.isUsable() || claim.isEmpty()) {
            rows.over(id, ChargeState.DROPPED, claim.isEmpty() ? "nothing is open any more" : "the agreement has ended");
            return Optional.empty();
        }
        LocalDate today = tenant.get().today(clock);
        if (claim.get().onHold()) {
            rows.postpone(id, today.plusDays(1), "the invoice is on hold");
            return Optional.empty();
        }
        Optional<LocalDate> told = told(planned);
        int notice = agreement.notice().of(agreement.method().orElseThrow().kind());
        if (told.isEmpty() || told.get().plusDays(notice).isAfter(today)) {
            rows.postpone(id, told.map(day -> day.plusDays(notice)).orElse(today.plusDays(1)), "the payer has to be told in time first");
            return Optional.empty();
        }
        return begin(planned, agreement, claim.get());
    }

    private Optional<Ready> begin(Planned planned, Agreement agreement, OpenClaim claim) {
        Money announced = planned.row().amount();
        Money amount = claim.open().compareTo(announced) < 0 ? claim.open() : announced;
        GatewayPaymentId mandate = agreement.method().orElseThrow().reference();
        long id = planned.row().id();
        return switch (charges.begin(new ChargeOrder(claim.invoice(), amount, agreement.installation(), agreement.gateway(), mandate))) {
            case ChargeStart.Begun(AttemptId attempt) -> {
                rows.started(id, attempt);
                holds.place(claim.invoice(), HoldKind.PAYMENT_IN_FLIGHT, "charged as agreed");
                yield Optional.of(new Ready(attempt, mandate));
            }
            case ChargeStart.Held _ -> {
                rows.postpone(id, tenant.get().today(clock), "another attempt may still bring the money");
                yield Optional.empty();
            }
            case ChargeStart.TooMuch _ -> {
                rows.postpone(id, tenant.get().today(clock).plusDays(1), "less is open than was announced");
                yield Optional.empty();
            }
        };
    }

    /** The civil day on which a mail server took the notice. */
    private Optional<LocalDate> told(Planned planned) {
        return outbox.about(planned.row().invoice().value()).stream()
                .filter(row -> row.key().equals(key(planned.row().id())) && row.state() == OutboxState.SENT)
                .findFirst().flatMap(OutboxRow::finishedAt).map(at -> LocalDate.ofInstant(at, tenant.get().zone()));
    }

    private static String key(long charge) {
        return NoticeMail.KIND + ":" + charge;
    }

    /** Goes on by what became of the attempt. */
    public void follow(long id) {
        Planned planned = rows.lock(id).orElseThrow();
        Optional<AttemptView> attempt = planned.attempt().flatMap(charges::find);
        if (planned.row().state() != ChargeState.STARTED || attempt.isEmpty()) {
            return;
        }
        if (attempt.get().state() != AttemptState.OPEN && !attempt.get().state().isUnknown()) {
            holds.lift(planned.row().invoice(), HoldKind.PAYMENT_IN_FLIGHT);
        }
        switch (attempt.get().state()) {
            case STARTED, OPEN, IN_DOUBT -> { }
            case SUCCEEDED -> rows.over(id, ChargeState.SUCCEEDED, "");
            case NOT_SENT -> rows.again(id, tenant.get().today(clock), attempt.get().reason(), false);
            case DECLINED, FAILED -> refused(planned, attempt.get().reason());
        }
    }

    /** A refusal that may pass is tried again on a later day; any other ends the agreement, for every further charge would fail, too. */
    private void refused(Planned planned, String reason) {
        long id = planned.row().id();
        Optional<Integer> days = terms.againAfter(reason, planned.row().tries());
        if (days.isPresent()) {
            rows.again(id, tenant.get().today(clock).plusDays(days.get()), reason, true);
            return;
        }
        rows.over(id, ChargeState.FAILED, reason);
        audit.record("charge-failed", "invoice", planned.row().invoice().value(), null,
                Map.of("tries", planned.row().tries(), "reason", reason));
        outbox.enqueue(OutboxRequest.now(FailureMail.KIND, planned.row().invoice().value(), Map.of("charge", Long.toString(id)),
                FailureMail.KIND + ":" + id));
        if (!terms.mayPass(reason)) {
            keeper.end(agreements.find(planned.agreement()).orElseThrow(), "refused for good: " + reason);
        }
    }

    public List<Planned> due() {
        return rows.due(tenant.get().today(clock));
    }

    public List<Planned> started() {
        return rows.started();
    }
}
