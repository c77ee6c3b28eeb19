package io.quittance.reconciliation.control;

import io.quittance.audit.AuditTrail;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PayoutRow;
import io.quittance.payment.boundary.Payments;
import io.quittance.payment.boundary.Payouts;
import io.quittance.reconciliation.AnnouncedLines;
import io.quittance.reconciliation.Gap;
import io.quittance.reconciliation.LineExplained;
import io.quittance.reconciliation.LineState;
import io.quittance.reconciliation.MatchKind;
import io.quittance.reconciliation.StatementLine;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains lines of statements, payouts first, and books what is thereby proven. */
@ApplicationScoped
public class Matching {

    /** A payout can be days early or late, not months. */
    private static final int DAYS_APART = 30;
    private static final int MOST_LINES = 5000;

    @Inject
    StatementStore store;
    @Inject
    Payouts payouts;
    @Inject
    Payments payments;
    @Inject
    Transfers transfers;
    @Inject
    BankedMoney banked;
    @Inject
    Journal journal;
    @Inject
    AuditTrail audit;
    @Inject
    @Any
    Instance<AnnouncedLines> announcers;

    /** What a run came to. */
    public record Result(int matched, int discrepancies) {
    }

    /** Goes through all lines that are not matched yet. */
    public Result run() {
        int matched = 0;
        int discrepancies = 0;
        List<StatementLine> lines = store.unmatched(MOST_LINES);
        List<StatementLine> cameIn = new ArrayList<>();
        List<PayoutRow> announced = announcedAround(lines);
        for (StatementLine line : lines) {
            switch (explain(line, announced)) {
                case MATCHED -> matched++;
                case DISCREPANCY -> discrepancies++;
                case OPEN -> {
                    if (line.amount().isPositive()) {
                        cameIn.add(line);
                    }
                }
            }
        }
        return new Result(matched + transfers.explain(cameIn), discrepancies);
    }

    private List<PayoutRow> announcedAround(List<StatementLine> oldestFirst) {
        return oldestFirst.isEmpty() ? List.of() : payouts.arriving(oldestFirst.getFirst().bookedOn().minusDays(DAYS_APART),
                oldestFirst.getLast().bookedOn().plusDays(DAYS_APART));
    }

    private LineState explain(StatementLine line, List<PayoutRow> announced) {
        for (AnnouncedLines others : announcers) {
            Optional<LineExplained> found = others.explain(line);
            if (found.isPresent()) {
                return other(line, found.get());
            }
        }
        References said = new References(line.texts());
        Optional<PayoutRow> payout = announced.stream()
                .filter(candidate -> Math.abs(ChronoUnit.DAYS.between(candidate.arrivesOn(), line.bookedOn())) <= DAYS_APART)
                .filter(candidate -> said.say(candidate.bankReference()) || said.say(candidate.reference()))
                .filter(candidate -> !store.isMatched(MatchKind.PAYOUT, candidate.id()))
                .findFirst();
        return payout.map(found -> payout(line, found)).orElse(LineState.OPEN);
    }

    private LineState other(StatementLine line, LineExplained explained) {
        return switch (explained) {
            case LineExplained.Differs(MatchKind kind, long id, Money expected) -> differs(line, kind, id, expected);
            case LineExplained.Booked(MatchKind kind, long id, List<PaymentId> seen) -> {
                store.matched(line, kind, id);
                audit.record("matched", "bank-line", line.id(), null, Map.of("kind", kind, "id", id, "amount", line.amount()));
                seen.forEach(payment -> banked.seen(payment, line));
                yield LineState.MATCHED;
            }
        };
    }

    private LineState differs(StatementLine line, MatchKind kind, long id, Money expected) {
        Money found = line.amount();
        Gap gap = !found.currency().equals(expected.currency()) ? Gap.FX : found.compareTo(expected) < 0 ? Gap.SHORT : Gap.OVER;
        if (line.gap().isEmpty()) {
            store.differs(line, gap, expected, kind, id);
            audit.record("discrepancy", "bank-line", line.id(), null,
                    Map.of("gap", gap, "expected", expected, "found", found, "kind", kind, "id", id));
        }
        return LineState.DISCREPANCY;
    }

    private LineState payout(StatementLine line, PayoutRow payout) {
        Money found = line.amount();
        if (!found.equals(payout.net())) {
            return differs(line, MatchKind.PAYOUT, payout.id(), payout.net());
        }
        store.matched(line, MatchKind.PAYOUT, payout.id());
        journal.post(new Posting("bank-line:" + line.id(), new Cause("bank-line", line.id()), line.bookedOn(),
                "Payout " + payout.reference(), List.of(
                        new PostingLine(AccountRole.BANK, found, Dimension.none()),
                        new PostingLine(AccountRole.GATEWAY_CLEARING, found.negated(), Dimension.none()))));
        audit.record("matched", "bank-line", line.id(), null, Map.of("payout", payout.reference(), "amount", found));
        payout.payments().stream()
                .map(reference -> payments.find(payout.gateway(), reference))
                .flatMap(Optional::stream)
                .map(PaymentRow::id)
                .forEach(payment -> banked.seen(payment, line));
        return LineState.MATCHED;
    }
}
