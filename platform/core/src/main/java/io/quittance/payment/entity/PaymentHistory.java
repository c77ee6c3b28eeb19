package io.quittance.payment.entity;

import io.quittance.payment.ContradictoryEvent;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.PaymentState;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentEvent.Authorised;
import io.quittance.spi.gateway.PaymentEvent.Captured;
import io.quittance.spi.gateway.PaymentEvent.DisputeClosed;
import io.quittance.spi.gateway.PaymentEvent.Disputed;
import io.quittance.spi.gateway.PaymentEvent.Failed;
import io.quittance.spi.gateway.PaymentEvent.Refunded;
import io.quittance.spi.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All events of one payment, each once. What follows from them does not depend on the order in which they were learnt,
 * and one more event only ever adds movements of money: it never changes or removes one.
 */
public final class PaymentHistory {

    private static final Comparator<PaymentEvent> AS_HAPPENED =
            Comparator.<PaymentEvent>comparingLong(event -> event.occurrence().sequence())
                    .thenComparing(event -> event.occurrence().at())
                    .thenComparing(PaymentHistory::key);

    private final Map<String, PaymentEvent> events = new TreeMap<>();

    public PaymentHistory(Collection<PaymentEvent> known) {
        known.forEach(this::learn);
    }

    /** Whether an event speaks of a payment at all; fees, payouts and mandates do not. */
    public static boolean concerns(PaymentEvent event) {
        return switch (event) {
            case Authorised _, Captured _, Failed _, Refunded _, Disputed _, DisputeClosed _ -> true;
            case PaymentEvent.Payout _, PaymentEvent.Fee _, PaymentEvent.Mandate _ -> false;
        };
    }

    /** What makes an event the same event, however often it is reported. */
    public static String key(PaymentEvent event) {
        return switch (event) {
            case Authorised _ -> "authorised";
            case Captured _ -> "captured";
            case Failed failed -> "failed:" + failed.occurrence().sequence();
            case Refunded refunded -> "refunded:" + refunded.refund();
            case Disputed disputed -> "disputed:" + disputed.dispute();
            case DisputeClosed closed -> "dispute-closed:" + closed.dispute();
            case PaymentEvent.Payout _, PaymentEvent.Fee _, PaymentEvent.Mandate _ ->
                throw new IllegalArgumentException("not an event of a payment: " + event);
        };
    }

    /**
     * Takes an event in.
     *
     * @return false when it was known
     * @throws ContradictoryEvent when it was known with another amount
     */
    public boolean learn(PaymentEvent event) {
        PaymentEvent earlier = events.putIfAbsent(key(event), event);
        if (earlier != null && !amount(earlier).equals(amount(event))) {
            throw new ContradictoryEvent(key(event), amount(earlier), amount(event));
        }
        return earlier == null;
    }

    /** The first of what was reported that is known, or reported before, with another amount; when there is none, all is taken in. */
    public Optional<ContradictoryEvent> contradiction(List<PaymentEvent> reported) {
        Map<String, PaymentEvent> heard = new TreeMap<>(events);
        for (PaymentEvent event : reported) {
            PaymentEvent earlier = heard.putIfAbsent(key(event), event);
            if (earlier != null && !amount(earlier).equals(amount(event))) {
                return Optional.of(new ContradictoryEvent(key(event), amount(earlier), amount(event)));
            }
        }
        events.putAll(heard);
        return Optional.empty();
    }

    /** What was new. @param moves the movements of money that follow and did not before */
    public record News(List<PaymentEvent> learnt, List<MoneyMove> moves) {

        public News {
            learnt = List.copyOf(learnt);
            moves = List.copyOf(moves);
        }
    }

    /**
     * Takes in what was reported, each event once.
     *
     * @throws ContradictoryEvent when one of them was known with another amount
     */
    public News hear(List<PaymentEvent> reported) {
        Set<String> booked = events.isEmpty() ? Set.of() : moves().keySet();
        List<PaymentEvent> learnt = reported.stream().filter(this::learn).toList();
        return new News(learnt, moves().values().stream().filter(move -> !booked.contains(move.key())).toList());
    }

    public Optional<Captured> captured() {
        return of(Captured.class).findFirst();
    }

    public PaymentState state() {
        Optional<Captured> captured = captured();
        if (captured.isEmpty()) {
            return stateBeforeCapture();
        }
        Money refunded = of(Refunded.class).map(Refunded::amount).reduce(zero(), Money::plus);
        if (of(Disputed.class).anyMatch(disputed -> closing(disputed).isEmpty())) {
            return PaymentState.DISPUTED;
        }
        if (of(Disputed.class).anyMatch(disputed -> closing(disputed).filter(DisputeClosed::won).isEmpty())) {
            return PaymentState.CHARGED_BACK;
        }
        if (refunded.isZero()) {
            return PaymentState.CAPTURED;
        }
        return refunded.compareTo(captured.get().gross()) < 0 ? PaymentState.PARTLY_REFUNDED : PaymentState.REFUNDED;
    }

    /** An earlier failure does not outlive a later reservation, nor the other way round. */
    private PaymentState stateBeforeCapture() {
        return ordered()
                .map(event -> switch (event) {
                    case Authorised _ -> PaymentState.AUTHORISED;
                    case Failed _ -> PaymentState.FAILED;
                    default -> PaymentState.PENDING;
                })
                .filter(state -> state != PaymentState.PENDING)
                .reduce(PaymentState.PENDING, (earlier, later) -> later);
    }

    /** What went back to the payer and has not come to us again; zero before the capture. */
    public Money takenBack() {
        return moves().values().stream()
                .map(move -> switch (move) {
                    case MoneyMove.Capture capture -> Money.zero(capture.gross().currency());
                    case MoneyMove.TakeBack back -> back.amount();
                    case MoneyMove.GiveBack again -> again.amount().negated();
                })
                .reduce(zero(), Money::plus);
    }

    /**
     * The movements of money that follow, by key, as they happened. Nothing is taken back before the capture is known,
     * and nothing given back before the dispute is.
     */
    public Map<String, MoneyMove> moves() {
        Map<String, MoneyMove> moves = new LinkedHashMap<>();
        captured().ifPresent(captured -> {
            put(moves, new MoneyMove.Capture("captured", captured.occurrence().at(), captured.gross(), captured.fee()));
            ordered().filter(event -> event instanceof Refunded || event instanceof Disputed).forEach(event -> put(moves, takeBack(event)));
            of(Disputed.class).map(this::closing).flatMap(Optional::stream)
                    .filter(closed -> closed.won() && closed.amount().isPositive())
                    .forEach(closed -> put(moves, new MoneyMove.GiveBack(key(closed), closed.occurrence().at(), closed.amount())));
        });
        return moves;
    }

    private static MoneyMove takeBack(PaymentEvent event) {
        return switch (event) {
            case Refunded refunded -> new MoneyMove.TakeBack(key(event), event.occurrence().at(), refunded.amount(),
                    refunded.feeReturned().negated(), false);
            case Disputed disputed -> new MoneyMove.TakeBack(key(event), event.occurrence().at(), disputed.amount(), disputed.fee(), true);
            default -> throw new IllegalArgumentException("takes nothing back: " + event);
        };
    }

    /** All events as they happened. */
    public List<PaymentEvent> events() {
        return ordered().toList();
    }

    private Stream<PaymentEvent> ordered() {
        return events.values().stream().sorted(AS_HAPPENED);
    }

    private Optional<DisputeClosed> closing(Disputed disputed) {
        return of(DisputeClosed.class).filter(closed -> closed.dispute().equals(disputed.dispute())).findFirst();
    }

    private <E extends PaymentEvent> Stream<E> of(Class<E> type) {
        return ordered().filter(type::isInstance).map(type::cast);
    }

    private Money zero() {
        return Money.zero(amount(events.values().iterator().next()).currency());
    }

    private static void put(Map<String, MoneyMove> moves, MoneyMove move) {
        moves.put(move.key(), move);
    }

    /** The amount an event speaks of. */
    public static Money amount(PaymentEvent event) {
        return switch (event) {
            case Authorised authorised -> authorised.gross();
            case Captured captured -> captured.gross();
            case Failed failed -> failed.gross();
            case Refunded refunded -> refunded.amount();
            case Disputed disputed -> disputed.amount();
            case DisputeClosed closed -> closed.amount();
            case PaymentEvent.Payout payout -> payout.net();
            case PaymentEvent.Fee fee -> fee.amount();
            case PaymentEvent.Mandate _ -> throw new IllegalArgumentException("a mandate has no amount");
        };
    }
}
