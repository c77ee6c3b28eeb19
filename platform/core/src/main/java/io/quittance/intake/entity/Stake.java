package io.quittance.intake.entity;

import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much money events speak of. */
public final class Stake {

    private Stake() {
    }

    /** The largest amount in each currency. */
    public static List<Money> of(Collection<PaymentEvent> events) {
        Map<String, Money> largest = new TreeMap<>();
        events.stream().map(Stake::of).flatMap(Optional::stream).map(Money::abs)
                .forEach(amount -> largest.merge(amount.currency().getCurrencyCode(), amount, (a, b) -> a.compareTo(b) >= 0 ? a : b));
        return List.copyOf(largest.values());
    }

    /** Larger first, by the bare figure: an order of urgency, not a comparison of unlike currencies. What cannot be read comes first. */
    public static Comparator<List<Money>> mostFirst() {
        return Comparator.<List<Money>, BigDecimal>comparing(
                stake -> stake.stream().map(Money::toDecimal).max(Comparator.naturalOrder())
                        .orElse(BigDecimal.valueOf(Long.MAX_VALUE))).reversed();
    }

    private static Optional<Money> of(PaymentEvent event) {
        return switch (event) {
            case PaymentEvent.Authorised authorised -> Optional.of(authorised.gross());
            case PaymentEvent.Captured captured -> Optional.of(captured.gross());
            case PaymentEvent.Failed failed -> Optional.of(failed.gross());
            case PaymentEvent.Refunded refunded -> Optional.of(refunded.amount());
            case PaymentEvent.Disputed disputed -> Optional.of(disputed.amount());
            case PaymentEvent.DisputeClosed closed -> Optional.of(closed.amount());
            case PaymentEvent.Payout payout -> Optional.of(payout.net());
            case PaymentEvent.Fee fee -> Optional.of(fee.amount());
            case PaymentEvent.Mandate _ -> Optional.empty();
        };
    }
}
