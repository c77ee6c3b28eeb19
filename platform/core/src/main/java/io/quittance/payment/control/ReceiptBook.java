package io.quittance.payment.control;

import io.quittance.access.ActedBy;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.audit.AuditTrail;
import io.quittance.ledger.AccountRole;
import io.quittance.live.LiveChanges;
import io.quittance.payment.AttemptState;
import io.quittance.payment.ContradictoryEvent;
import io.quittance.payment.GatewayNews;
import io.quittance.payment.HandMadePayment;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.MovedPayment;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentState;
import io.quittance.payment.Receipt;
import io.quittance.payment.entity.Attempt;
import io.quittance.payment.entity.Payment;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns news into payments, and says which money moved by them. */
@ApplicationScoped
public class ReceiptBook {

    @Inject
    PaymentStore payments;
    @Inject
    PaymentEvents events;
    @Inject
    AttemptStore attempts;
    @Inject
    PayoutStore payouts;
    @Inject
    CurrentTenant tenant;
    @Inject
    CurrentActor actor;
    @Inject
    TimeOrderedIds ids;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    PaymentNews news;
    @Inject
    Clock clock;

    public List<MovedPayment> enter(List<GatewayNews> news) {
        Map<String, Map<String, List<PaymentEvent>>> byGateway = new TreeMap<>();
        news.forEach(item -> byGateway.computeIfAbsent(item.gateway(), gateway -> new TreeMap<>())
                .computeIfAbsent(item.reference(), reference -> new ArrayList<>()).addAll(item.events()));
        List<MovedPayment> moved = new ArrayList<>();
        byGateway.forEach((gateway, payments) -> moved.addAll(enter(gateway, payments)));
        return moved;
    }

    /** What contradicts the books, or what comes before it in the list, and how. */
    public Map<GatewayNews, ContradictoryEvent> contradictions(List<GatewayNews> news) {
        Map<String, List<GatewayNews>> byGateway = new TreeMap<>();
        news.forEach(item -> byGateway.computeIfAbsent(item.gateway(), gateway -> new ArrayList<>()).add(item));
        Map<GatewayNews, ContradictoryEvent> found = new HashMap<>();
        byGateway.forEach((gateway, items) -> {
            List<Payment> known = payments.lock(gateway, items.stream().map(GatewayNews::reference).collect(Collectors.toSet()));
            Map<PaymentId, List<PaymentEvent>> learnt = events.of(known.stream().map(Payment::id).toList());
            Map<String, PaymentHistory> histories = new HashMap<>();
            known.forEach(payment -> histories.put(payment.reference(), new PaymentHistory(learnt.getOrDefault(payment.id(), List.of()))));
            items.forEach(item -> histories.computeIfAbsent(item.reference(), reference -> new PaymentHistory(List.of()))
                    .contradiction(item.events()).ifPresent(how -> found.put(item, how)));
        });
        return found;
    }

    private List<MovedPayment> enter(String gateway, Map<String, List<PaymentEvent>> news) {
        Map<String, Payment> known = new HashMap<>();
        payments.lock(gateway, news.keySet()).forEach(payment -> known.put(payment.reference(), payment));
        Map<PaymentId, List<PaymentEvent>> histories = events.of(known.values().stream().map(Payment::id).toList());
        Purposes purposes = Purposes.of(attempts, gateway, news);
        Map<PaymentId, List<PaymentEvent>> learnt = new LinkedHashMap<>();
        List<Payment> fresh = new ArrayList<>();
        List<Payment> changed = new ArrayList<>();
        List<Attempt> ended = new ArrayList<>();
        List<MovedPayment> moved = new ArrayList<>();
        news.forEach((reference, reported) -> {
            Payment before = Optional.ofNullable(known.get(reference)).orElseGet(() -> heardOf(gateway, reference, reported.getFirst()));
            PaymentHistory history = new PaymentHistory(histories.getOrDefault(before.id(), List.of()));
            PaymentHistory.News heard = history.hear(reported);
            Optional<Attempt> attempt = purposes.of(reference, reported);
            Payment meant = attempt.map(found -> before.meantFor(found.invoice(), found.customer())).orElse(before);
            Payment after = meant.as(history, tenant.get().zone());
            if (!heard.learnt().isEmpty()) {
                learnt.put(after.id(), heard.learnt());
            }
            (known.containsKey(reference) ? changed : fresh).add(after);
            if (!heard.moves().isEmpty()) {
                moved.add(new MovedPayment(after.receipt(), heard.moves()));
            }
            attempt.flatMap(found -> followed(found, after, reported)).ifPresent(ended::add);
            note(before, after, !known.containsKey(reference));
        });
        payments.insert(fresh);
        payments.update(changed);
        events.add(learnt);
        attempts.updateAll(ended);
        return moved;
    }

    private Payment heardOf(String gateway, String reference, PaymentEvent first) {
        return Payment.heardOf(new PaymentId(ids.next()), gateway, reference, PaymentHistory.amount(first), clock.instant());
    }

    /** A success stands; a failure ends the attempt only while nothing better is known. */
    private static Optional<Attempt> followed(Attempt attempt, Payment payment, List<PaymentEvent> reported) {
        if (attempt.state() == AttemptState.SUCCEEDED) {
            return Optional.empty();
        }
        if (payment.state().wasCaptured()) {
            return Optional.of(attempt.ended(AttemptState.SUCCEEDED, ""));
        }
        if (payment.state() != PaymentState.FAILED) {
            return Optional.empty();
        }
        String reason = reported.stream().filter(PaymentEvent.Failed.class::isInstance).map(PaymentEvent.Failed.class::cast)
                .map(failed -> attempt.isCharge() ? failed.code() + ": " + failed.reason() : failed.reason())
                .reduce("", (first, last) -> last);
        return Optional.of(attempt.ended(AttemptState.FAILED, reason));
    }

    private void note(Payment before, Payment after, boolean fresh) {
        note(actor.get(), before, after, fresh);
    }

    private void note(Actor by, Payment before, Payment after, boolean fresh) {
        if (fresh || before.state() != after.state() || !before.taken().equals(after.taken())) {
            audit.record(by, after.state().name().toLowerCase(Locale.ROOT), "payment", after.id().value(),
                    fresh ? null : Facts.of(before), Facts.of(after));
            live.announce("payment", after.id().value());
            news.heard(after);
        }
    }

    public List<Optional<MovedPayment>> enterAll(List<ActedBy<HandMadePayment>> given) {
        Map<String, ActedBy<Payment>> fresh = new LinkedHashMap<>();
        given.forEach(wish -> fresh.computeIfAbsent(wish.what().key(), key -> wish.with(payment(wish.what()))));
        Set<String> added = payments.add(fresh.values().stream().map(ActedBy::what).toList());
        fresh.keySet().retainAll(added);
        fresh.values().forEach(wish -> note(wish.actor(), wish.what(), wish.what(), true));
        return given.stream().map(wish -> Optional.ofNullable(fresh.remove(wish.what().key())).map(payment ->
                new MovedPayment(payment.what().receipt(), List.of(captured(wish.what()))))).toList();
    }

    private Payment payment(HandMadePayment given) {
        Money none = Money.zero(given.amount().currency());
        return new Payment(new PaymentId(ids.next()), PaymentRow.BY_HAND, given.key(), Optional.of(given.customer()), Optional.empty(),
                given.method(), given.reference(), PaymentState.CAPTURED, given.amount(), none, none, none, Optional.of(given.receivedOn()),
                clock.instant(), given.exchanged());
    }

    private MoneyMove captured(HandMadePayment given) {
        return new MoneyMove.Capture("captured", given.receivedOn().atStartOfDay(tenant.get().zone()).toInstant(), given.amount(),
                Money.zero(given.amount().currency()));
    }

    /** One more event of the payment's history, however it came in: what follows from all of them stays the same. */
    public Optional<MovedPayment> giveBack(PaymentId id, String refund, Money amount, AccountRole from) {
        Payment before = payments.lock(List.of(id)).getFirst();
        PaymentHistory history = before.history(events.of(List.of(id)).getOrDefault(id, List.of()), tenant.get().zone());
        PaymentHistory.News news = history.hear(List.of(before.refunded(refund, amount, clock.instant())));
        if (news.learnt().isEmpty()) {
            return Optional.empty();
        }
        Receipt receipt = wentBack(before, history, news);
        return Optional.of(new MovedPayment(new Receipt(receipt.id(), receipt.customer(), receipt.purpose(), receipt.unapplied(),
                before.exchanged() ? receipt.account() : from, receipt.reference()), news.moves()));
    }

    /** The payer's bank took it back for good. */
    public Optional<MovedPayment> chargeBack(PaymentId id, String name, Money amount, Money fee, String reason, LocalDate on) {
        ZoneId zone = tenant.get().zone();
        Payment before = payments.lock(List.of(id)).getFirst();
        PaymentHistory history = before.history(events.of(List.of(id)).getOrDefault(id, List.of()), zone);
        PaymentHistory.News news = history.hear(before.chargedBack(name, amount, fee, reason, on.atStartOfDay(zone).toInstant()));
        return news.learnt().isEmpty() ? Optional.empty()
                : Optional.of(new MovedPayment(wentBack(before, history, news), news.moves()));
    }

    private Receipt wentBack(Payment before, PaymentHistory history, PaymentHistory.News news) {
        Payment after = before.gaveBack(history);
        payments.update(List.of(after));
        events.add(Map.of(before.id(), news.learnt()));
        note(before, after, false);
        return after.receipt();
    }

    public Optional<HandMadePayment> byHand(String key) {
        return payments.find(PaymentRow.BY_HAND, key).map(payment -> new HandMadePayment(key, payment.customer().orElseThrow(),
                payment.gross(), payment.method(), payment.receivedOn().orElseThrow(), payment.label(), payment.exchanged()));
    }

    public Optional<PaymentId> idByHand(String key) {
        return payments.find(PaymentRow.BY_HAND, key).map(Payment::id);
    }

    public OptionalLong announce(String gateway, PaymentEvent.Payout payout) {
        return payouts.add(gateway, payout);
    }

    /** What the audit trail keeps of a payment. */
    record Facts(String gateway, String reference, PaymentState state, Money gross, Money fee, Money takenBack) {

        static Facts of(Payment payment) {
            return new Facts(payment.gateway(), payment.reference(), payment.state(), payment.gross(), payment.fee(), payment.taken());
        }
    }

    /** Which attempt each payment came from: by our key that the gateway repeats, else by the name it gave when we asked. */
    private record Purposes(Map<String, Attempt> byKey, Map<String, Attempt> byReference) {

        static Purposes of(AttemptStore attempts, String gateway, Map<String, List<PaymentEvent>> news) {
            Map<String, Attempt> byKey = new HashMap<>();
            attempts.withKeys(news.values().stream().flatMap(List::stream)
                            .flatMap(event -> event.occurrence().attempt().stream()).map(IdempotencyKey::value).distinct().toList())
                    .stream().filter(attempt -> attempt.gateway().value().equals(gateway))
                    .forEach(attempt -> byKey.put(attempt.key().value(), attempt));
            Map<String, Attempt> byReference = new HashMap<>();
            attempts.withReferences(gateway, news.keySet())
                    .forEach(attempt -> byReference.put(attempt.reference().orElseThrow(), attempt));
            return new Purposes(byKey, byReference);
        }

        Optional<Attempt> of(String reference, List<PaymentEvent> reported) {
            return reported.stream().flatMap(event -> event.occurrence().attempt().stream()).map(key -> byKey.get(key.value()))
                    .filter(Objects::nonNull).findFirst()
                    .or(() -> Optional.ofNullable(byReference.get(reference)));
        }
    }
}
