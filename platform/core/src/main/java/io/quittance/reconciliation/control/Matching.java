package io.quittance.reconciliation.control;

import io.quittance.audit.AuditTrail;
import io.quittance.payment.PaymentId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains lines of statements, payouts first, and books what is thereby proven. */
@ApplicationScoped
public class Matching {

    private static final int MOST_LINES = 10_000;

    @Inject
    StatementStore store;
    @Inject
    PayoutMatching payouts;
    @Inject
    Transfers transfers;
    @Inject
    BankedMoney banked;
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
        PayoutMatching.Run announced = payouts.run(lines);
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

    private LineState explain(StatementLine line, PayoutMatching.Run announced) {
        if (announced.isBooked(line)) {
            return LineState.MATCHED;
        }
        for (AnnouncedLines others : announcers) {
            Optional<LineExplained> found = others.explain(line);
            if (found.isPresent()) {
                return other(line, found.get());
            }
        }
        PayoutMatching.Found found = announced.match(line);
        return found.matched() ? LineState.MATCHED
                : found.differs().map(payout -> differs(line, MatchKind.PAYOUT, payout.id(), payout.net())).orElse(LineState.OPEN);
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
}
