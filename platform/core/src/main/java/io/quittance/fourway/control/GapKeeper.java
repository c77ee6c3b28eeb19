package io.quittance.fourway.control;

import io.quittance.Fault;
import io.quittance.access.CurrentActor;
import io.quittance.audit.AuditTrail;
import io.quittance.fourway.ExplainOutcome;
import io.quittance.fourway.Finding;
import io.quittance.fourway.GapChanges;
import io.quittance.fourway.GapRaised;
import io.quittance.fourway.GapRow;
import io.quittance.fourway.GapState;
import io.quittance.fourway.Reason;
import io.quittance.live.LiveChanges;
import io.quittance.reconciliation.Gap;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what comparisons find: each gap once, closed by itself, opened again when what it is about changes. */
@ApplicationScoped
public class GapKeeper {

    private static final String KIND = "gap";
    private static final int LONGEST = 500;

    @Inject
    GapStore store;
    @Inject
    Event<GapRaised> raised;
    @Inject
    CurrentActor actor;
    @Inject
    AuditTrail audit;
    @Inject
    GapTelling telling;
    @Inject
    LiveChanges live;
    @Inject
    Clock clock;

    /** What the audit trail keeps of a gap. */
    record Facts(Gap gap, Reason reason, String subject, Money amount, LocalDate day, GapState state, String explanation) {

        static Facts of(GapRow row) {
            return new Facts(row.finding().gap(), row.finding().reason(), row.finding().subject(), row.finding().amount(),
                    row.finding().day(), row.state(), row.explanation());
        }
    }

    /** @param from first day that was judged: older gaps stay as they are */
    GapChanges keep(List<Finding> findings, LocalDate from) {
        Map<String, GapStore.Kept> known = new HashMap<>();
        store.since(from).forEach(kept -> known.put(kept.key(), kept));
        Set<String> found = new HashSet<>();
        int opened = 0;
        for (Finding finding : findings) {
            String key = GapStore.key(finding);
            if (found.add(key)) {
                opened += known.containsKey(key) ? again(known.get(key), finding) : fresh(finding);
            }
        }
        int closed = 0;
        for (GapStore.Kept kept : known.values()) {
            if (!found.contains(kept.key()) && kept.row().state() != GapState.CLOSED && !kept.row().finding().day().isBefore(from)) {
                change(kept, kept.row().finding(), GapState.CLOSED, "closed", kept.facts());
                closed++;
            }
        }
        return new GapChanges(opened, closed);
    }

    private int fresh(Finding finding) {
        GapRow row = store.add(finding);
        audit.record("found", KIND, row.id(), null, Facts.of(row));
        telling.tell("found", row);
        raise(row);
        return 1;
    }

    private int again(GapStore.Kept kept, Finding finding) {
        String facts = store.facts(finding);
        boolean same = facts.equals(kept.facts());
        if (kept.row().state() == GapState.OPEN) {
            if (!same) {
                change(kept, finding, GapState.OPEN, "changed", facts);
            }
            return 0;
        }
        if (kept.row().state() == GapState.EXPLAINED && same) {
            return 0;
        }
        raise(change(kept, finding, GapState.OPEN, "reopened", facts));
        return 1;
    }

    private GapRow change(GapStore.Kept kept, Finding finding, GapState state, String action, String facts) {
        GapRow before = kept.row();
        boolean keeps = state == before.state() || state == GapState.CLOSED;
        GapRow after = new GapRow(before.id(), finding, state, before.foundAt(), clock.instant(),
                keeps ? before.explanation() : "", keeps ? before.explainedBy() : "");
        store.change(after, facts);
        audit.record(action, KIND, after.id(), Facts.of(before), Facts.of(after));
        telling.tell(action, after);
        live.announce(KIND, after.id());
        return after;
    }

    private void raise(GapRow row) {
        raised.fire(new GapRaised(row));
        live.announce(KIND, row.id());
    }

    /** A person says why it is so. */
    public ExplainOutcome explain(long id, String reason) {
        String text = reason.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new ExplainOutcome.Refused(text.isEmpty() ? Fault.of("reason", "", "gap.reason")
                    : Fault.of("reason", text.substring(0, 40) + "…", "text.tooLong", LONGEST));
        }
        return store.lock(id).map(kept -> {
            GapRow before = kept.row();
            if (before.state() == GapState.CLOSED) {
                return (ExplainOutcome) new ExplainOutcome.Refused(Fault.of("reason", text, "gap.closed"));
            }
            GapRow after = new GapRow(before.id(), before.finding(), GapState.EXPLAINED, before.foundAt(), clock.instant(), text,
                    actor.get().label());
            store.change(after, kept.facts());
            audit.record("explained", KIND, id, Facts.of(before), Facts.of(after));
            telling.tell("explained", after);
            live.announce(KIND, id);
            return new ExplainOutcome.Done(after);
        }).orElseGet(ExplainOutcome.Unknown::new);
    }
}
