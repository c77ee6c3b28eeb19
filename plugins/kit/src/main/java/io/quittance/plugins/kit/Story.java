package io.quittance.plugins.kit;

import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.MandateState;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that has happened to one payment. Whoever asks, and however often, is told the same: plugins lead webhooks and inquiries
 * through here alike, so they cannot contradict.
 */
public final class Story {

    private final GatewayPaymentId payment;
    private final Optional<IdempotencyKey> attempt;
    private final List<PaymentEvent> events = new ArrayList<>();

    /** Orders events of one payment that happened in the same second. */
    private enum Rank { AUTHORISED, FAILED, CAPTURED, REFUNDED, DISPUTED, CLOSED, FEE, MANDATE }

    /** @param attempt our key, where the company keeps it for us */
    public Story(GatewayPaymentId payment, Optional<IdempotencyKey> attempt) {
        this.payment = payment;
        this.attempt = attempt;
    }

    /** @param open whether more may happen without a new attempt */
    public record Told(List<PaymentEvent> events, boolean open) {
        public Told {
            events = List.copyOf(events);
        }
    }

    public Told told(boolean open) {
        return new Told(events, open);
    }

    private Occurrence at(GatewayPaymentId about, Instant when, Rank rank) {
        return new Occurrence(about, attempt, when, when.getEpochSecond() * Rank.values().length + rank.ordinal());
    }

    public Story authorised(Instant when, Money gross) {
        events.add(new PaymentEvent.Authorised(at(payment, when, Rank.AUTHORISED), gross));
        return this;
    }

    /** Fees are told apart. */
    public Story captured(Instant when, Money gross, MethodKind method, String label) {
        events.add(new PaymentEvent.Captured(at(payment, when, Rank.CAPTURED), gross, Money.zero(gross.currency()), method, label));
        return this;
    }

    public Story failed(Instant when, Money gross, String code, String reason) {
        events.add(new PaymentEvent.Failed(at(payment, when, Rank.FAILED), gross, code, reason));
        return this;
    }

    public Story refunded(Instant when, GatewayPaymentId refund, Money amount) {
        events.add(new PaymentEvent.Refunded(at(payment, when, Rank.REFUNDED), refund, amount, Money.zero(amount.currency())));
        return this;
    }

    public Story disputed(Instant when, GatewayPaymentId dispute, Money amount, String reason, Optional<Instant> respondBy) {
        events.add(new PaymentEvent.Disputed(at(payment, when, Rank.DISPUTED), dispute, amount, Money.zero(amount.currency()), reason,
            respondBy));
        return this;
    }

    /** @param disputed what was taken back at first */
    public Story closed(Instant when, GatewayPaymentId dispute, boolean won, Money disputed) {
        events.add(new PaymentEvent.DisputeClosed(at(payment, when, Rank.CLOSED), dispute, won,
            won ? disputed : Money.zero(disputed.currency())));
        return this;
    }

    /** Nothing when it is zero; negative when the company gives some of it back. */
    public Story fee(Instant when, GatewayPaymentId fee, Money amount, String description) {
        if (!amount.isZero()) {
            events.add(new PaymentEvent.Fee(at(payment, when, Rank.FEE), fee, amount, description));
        }
        return this;
    }

    public Story mandate(Instant when, GatewayPaymentId mandate, MandateState state, MethodKind method, String label) {
        events.add(new PaymentEvent.Mandate(at(mandate, when, Rank.MANDATE), state, method, label));
        return this;
    }
}
