package io.quittance.payment.entity;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.AttemptView;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.TenantMark;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt to be paid through a gateway.
 *
 * @param reference the gateway's name for what may become a payment, once it has told us
 * @param askAt     when the gateway is asked next what became of it
 * @param asked     how often it was asked
 */
public record Attempt(AttemptId id, IdempotencyKey key, InvoiceId invoice, CustomerId customer, InstallationId installation,
        PluginId gateway,
        Money amount, Optional<String> reference, AttemptState state, String reason, Optional<URI> page, Optional<Instant> pageExpiresAt,
        Optional<Instant> askAt, int asked, Instant startedAt, String actor) {

    /** Who begins charges of saved methods: the payer has no page to go on with. */
    public static final String CHARGER = "job:autopay";

    /** A call to a gateway is over by then, or its node is dead. */
    private static final Duration CALL_IS_OVER = Duration.ofSeconds(30);
    /** After the call, the gateway may still be at work on it. */
    private static final Duration DOUBT_PAUSE = Duration.ofSeconds(20);
    /** A callback that has not come by then may have got lost. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** What a gateway is given as our name for an attempt, and what it repeats. @param ours tells whose it is when it turns up elsewhere */
    public static IdempotencyKey key(AttemptId id, TenantMark ours) {
        return new IdempotencyKey("q-" + id + "-" + ours);
    }

    public static Attempt begin(AttemptId id, TenantMark ours, InvoiceId invoice, CustomerId customer, InstallationId installation,
            PluginId gateway, Money amount, Instant now, String actor) {
        return new Attempt(id, key(id, ours), invoice, customer, installation, gateway, amount, Optional.empty(),
                AttemptState.STARTED, "", Optional.empty(), Optional.empty(), Optional.of(now.plus(CALL_IS_OVER)), 0, now, actor);
    }

    public Attempt opened(String gatewayReference, URI hostedPage, Instant expiresAt, Instant now) {
        return new Attempt(id, key, invoice, customer, installation, gateway, amount, Optional.of(gatewayReference), AttemptState.OPEN, "",
                Optional.of(hostedPage), Optional.of(expiresAt), Optional.of(now.plus(FIRST_LOOK)), 0, startedAt, actor);
    }

    /** The gateway has the charge, and an event says how it ends. @param next when it is asked */
    public Attempt accepted(String gatewayReference, Instant next) {
        return new Attempt(id, key, invoice, customer, installation, gateway, amount, Optional.of(gatewayReference), AttemptState.OPEN, "",
                page, pageExpiresAt, Optional.of(next), 0, startedAt, actor);
    }

    /** Whether it is the charge of a saved method. */
    public boolean isCharge() {
        return actor.equals(CHARGER);
    }

    /** Whether money may come by it, with or without the payer doing more. */
    public boolean mayStillPay(Instant now) {
        return state.isUnknown() || state == AttemptState.OPEN && (isCharge() || pageExpiresAt.map(now::isBefore).orElse(true));
    }

    /** Over: nothing is left to ask. */
    public Attempt ended(AttemptState as, String why) {
        return new Attempt(id, key, invoice, customer, installation, gateway, amount, reference, as, why, page, pageExpiresAt,
                Optional.empty(), asked, startedAt, actor);
    }

    public Attempt inDoubt(String why, Instant now) {
        return with(AttemptState.IN_DOUBT, why, now.plus(DOUBT_PAUSE));
    }

    /** The gateway has it and waits for the payer; asked again later and later. */
    public Attempt stillOpen(Instant now) {
        Duration pause = FIRST_LOOK.multipliedBy(1L << Math.min(asked, 5));
        return with(AttemptState.OPEN, "", now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    /** The gateway did not answer. @param next when it is asked again */
    public Attempt unanswered(Instant next) {
        return with(state == AttemptState.STARTED ? AttemptState.IN_DOUBT : state, reason, next);
    }

    /** It was not asked after all. */
    public Attempt postponed(Instant until) {
        return new Attempt(id, key, invoice, customer, installation, gateway, amount, reference, state, reason, page, pageExpiresAt,
                Optional.of(until), asked, startedAt, actor);
    }

    public Attempt askSoon(Instant when) {
        return with(state, reason, askAt.filter(due -> due.isBefore(when)).orElse(when));
    }

    private Attempt with(AttemptState newState, String why, Instant nextAsk) {
        return new Attempt(id, key, invoice, customer, installation, gateway, amount, reference, newState, why, page, pageExpiresAt,
                Optional.of(nextAsk), asked + 1, startedAt, actor);
    }

    /** Whether the payer can go on with this very page. */
    public boolean canResume(Money wanted, InstallationId at, Instant now) {
        return state == AttemptState.OPEN && !isCharge() && amount.equals(wanted) && installation.equals(at)
                && pageExpiresAt.map(now::isBefore).orElse(true);
    }

    /** How the gateway is asked after it. */
    public PaymentInquiry.Inquiry inquiry() {
        return new PaymentInquiry.Inquiry(key, reference.map(GatewayPaymentId::new), startedAt);
    }

    public AttemptView view() {
        return new AttemptView(id, invoice, gateway, amount, state, reason, startedAt);
    }
}
