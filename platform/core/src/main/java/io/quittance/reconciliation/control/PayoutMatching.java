package io.quittance.reconciliation.control;

import io.quittance.audit.AuditTrail;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.boundary.Payments;
import io.quittance.payment.boundary.Payouts;
import io.quittance.reconciliation.MatchKind;
import io.quittance.reconciliation.StatementLine;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines are which payouts, by the references that they say: one by one, a payout that came in parts, and several that came
 * as one. Only sums that fit to the cent are booked.
 */
@ApplicationScoped
public class PayoutMatching {

    /** A payout can be days early or late, not months. */
    private static final int DAYS_APART = 30;

    @Inject
    PayoutRows rows;
    @Inject
    StatementStore store;
    @Inject
    Payouts payouts;
    @Inject
    Payments payments;
    @Inject
    BankedMoney banked;
    @Inject
    Journal journal;
    @Inject
    AuditTrail audit;

    /** What a run knows of payouts. */
    final class Run {

        private final Map<Long, List<PayoutRow>> said = new HashMap<>();
        private final List<StatementLine> lines;
        private final Set<Long> booked = new HashSet<>();
        private final Map<Long, Boolean> arrived = new HashMap<>();

        private Run(List<StatementLine> oldestFirst) {
            this.lines = oldestFirst;
            List<PayoutRow> announced = oldestFirst.isEmpty() ? List.of() : payouts.arriving(
                    oldestFirst.getFirst().bookedOn().minusDays(DAYS_APART), oldestFirst.getLast().bookedOn().plusDays(DAYS_APART));
            for (StatementLine line : oldestFirst) {
                References words = new References(line.texts());
                said.put(line.id(), announced.stream()
                        .filter(one -> Math.abs(ChronoUnit.DAYS.between(one.arrivesOn(), line.bookedOn())) <= DAYS_APART)
                        .filter(one -> words.say(one.bankReference()) || words.say(one.reference())).toList());
            }
        }

        /** Whether a line was booked with others before its turn came. */
        boolean isBooked(StatementLine line) {
            return booked.contains(line.id());
        }

        /** Books the line, and those that it belongs together with. @return what it says it is when the sums do not fit */
        Found match(StatementLine line) {
            List<PayoutRow> left = open(said.getOrDefault(line.id(), List.of()));
            if (left.isEmpty()) {
                return new Found(false, Optional.empty());
            }
            Optional<PayoutRow> exact = left.stream().filter(one -> one.net().equals(line.amount())).findFirst();
            if (exact.isPresent()) {
                book(List.of(line), List.of(exact.get()));
                return new Found(true, Optional.empty());
            }
            if (left.size() > 1 && sum(left.stream().map(PayoutRow::net).toList()).filter(line.amount()::equals).isPresent()) {
                book(List.of(line), left);
                return new Found(true, Optional.empty());
            }
            PayoutRow first = left.getFirst();
            List<StatementLine> parts = lines.stream().filter(other -> !booked.contains(other.id())
                    && open(said.get(other.id())).equals(List.of(first))).toList();
            if (left.size() == 1 && parts.size() > 1
                    && sum(parts.stream().map(StatementLine::amount).toList()).filter(first.net()::equals).isPresent()) {
                book(parts, List.of(first));
                return new Found(true, Optional.empty());
            }
            return new Found(false, Optional.of(first));
        }

        private List<PayoutRow> open(List<PayoutRow> some) {
            return some.stream().filter(one -> !arrived.computeIfAbsent(one.id(), rows::hasArrived)).toList();
        }

        private void book(List<StatementLine> some, List<PayoutRow> brought) {
            some.forEach(line -> booked.add(line.id()));
            brought.forEach(payout -> arrived.put(payout.id(), true));
            PayoutMatching.this.book(some, brought);
        }
    }

    /** What became of a line. @param differs from this payout, which it names */
    record Found(boolean matched, Optional<PayoutRow> differs) {
    }

    Run run(List<StatementLine> oldestFirst) {
        return new Run(oldestFirst);
    }

    private static Optional<Money> sum(List<Money> some) {
        return some.stream().map(Money::currency).distinct().count() == 1 ? some.stream().reduce(Money::plus) : Optional.empty();
    }

    private void book(List<StatementLine> lines, List<PayoutRow> brought) {
        List<String> references = brought.stream().map(PayoutRow::reference).toList();
        for (int i = 0; i < lines.size(); i++) {
            StatementLine line = lines.get(i);
            if (i == 0) {
                store.matched(line, MatchKind.PAYOUT, brought.getFirst().id());
            } else {
                store.matchedPart(line, brought.getFirst().id());
            }
            for (PayoutRow payout : brought) {
                rows.arrived(payout.id(), i, line.id());
            }
            journal.post(new Posting("bank-line:" + line.id(), new Cause("bank-line", line.id()), line.bookedOn(),
                    text(references), List.of(new PostingLine(AccountRole.BANK, line.amount(), Dimension.none()),
                            new PostingLine(AccountRole.GATEWAY_CLEARING, line.amount().negated(), Dimension.none()))));
            audit.record("matched", "bank-line", line.id(), null, Map.of("payout", String.join(", ", references), "amount", line.amount()));
        }
        for (PayoutRow payout : brought) {
            List<PaymentRow> held = new ArrayList<>();
            payout.payments().forEach(reference -> payments.find(payout.gateway(), reference).ifPresent(held::add));
            held.forEach(payment -> banked.seen(payment.id(), lines.getLast()));
        }
    }

    private static String text(List<String> references) {
        String all = "Payout " + String.join(", ", references);
        return all.length() <= 400 ? all : all.substring(0, 399) + "…";
    }
}
