package io.quittance.ledger.control;

import io.quittance.Fault;
import io.quittance.access.CurrentActor;
import io.quittance.audit.AuditTrail;
import io.quittance.ledger.PeriodDecision;
import io.quittance.ledger.PeriodDecision.Kind;
import io.quittance.ledger.PeriodOutcome;
import io.quittance.ledger.PeriodState;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Closes, locks and reopens periods, one decision at a time. */
@ApplicationScoped
public class PeriodKeeper {

    private static final int LONGEST_REASON = 400;

    @Inject
    PeriodGate gate;
    @Inject
    PeriodDecisions decisions;
    @Inject
    CurrentActor actor;
    @Inject
    CurrentTenant tenant;
    @Inject
    AuditTrail audit;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    public PeriodOutcome close(LocalDate through) {
        PeriodState state = gate.taken();
        LocalDate today = tenant.get().today(clock);
        if (!through.isBefore(today)) {
            return refused("through", through, "period.notOver", today);
        }
        if (state.isClosed(through)) {
            return refused("through", through, "period.closedAlready", state.closedThrough().orElseThrow());
        }
        return done(state, new PeriodState(Optional.of(through), state.lockedThrough()), Kind.CLOSED, through, Optional.empty(), "");
    }

    public PeriodOutcome lock(LocalDate through) {
        PeriodState state = gate.taken();
        if (!state.isClosed(through)) {
            return refused("through", through, "period.lockOpen");
        }
        if (state.isLocked(through)) {
            return refused("through", through, "period.lockedAlready", state.lockedThrough().orElseThrow());
        }
        return done(state, new PeriodState(state.closedThrough(), Optional.of(through)), Kind.LOCKED, through, Optional.empty(), "");
    }

    public PeriodOutcome request(LocalDate from, String reason) {
        PeriodState state = gate.taken();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            return refused("reason", reason, "period.reason", LONGEST_REASON);
        }
        return fault(state, from).<PeriodOutcome>map(PeriodOutcome.Refused::new)
                .orElseGet(() -> done(state, state, Kind.REOPEN_REQUESTED, from, Optional.empty(), reason.strip()));
    }

    public PeriodOutcome approve(long request) {
        PeriodState state = gate.taken();
        Optional<PeriodDecision> asked = decisions.waiting(request);
        if (asked.isEmpty()) {
            return refused("request", request, "period.notWaiting");
        }
        if (asked.get().actor().equals(actor.get().label())) {
            return refused("request", request, "period.secondPerson");
        }
        LocalDate from = asked.get().day();
        return fault(state, from).<PeriodOutcome>map(PeriodOutcome.Refused::new)
                .orElseGet(() -> done(state, new PeriodState(Optional.of(from.minusDays(1)), state.lockedThrough()), Kind.REOPENED, from,
                        Optional.of(request), asked.get().reason()));
    }

    public PeriodOutcome refuse(long request) {
        PeriodState state = gate.taken();
        return decisions.waiting(request)
                .map(asked -> done(state, state, Kind.REOPEN_REFUSED, asked.day(), Optional.of(request), asked.reason()))
                .orElseGet(() -> refused("request", request, "period.notWaiting"));
    }

    private static Optional<Fault> fault(PeriodState state, LocalDate from) {
        if (!state.isClosed(from)) {
            return Optional.of(Fault.of("from", from, "period.notClosed"));
        }
        return state.isLocked(from) ? Optional.of(Fault.of("from", from, "period.locked", state.lockedThrough().orElseThrow()))
                : Optional.empty();
    }

    private PeriodOutcome done(PeriodState before, PeriodState after, Kind kind, LocalDate day, Optional<Long> request, String reason) {
        PeriodDecision decision = new PeriodDecision(ids.next(), kind, day, request, clock.instant(), actor.get().label(), reason);
        decisions.add(decision);
        if (!after.equals(before)) {
            gate.set(after);
        }
        audit.record(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), "period", decision.id(), before, after);
        return new PeriodOutcome.Done(decision, after);
    }

    private static PeriodOutcome refused(String field, Object value, String rule, Object... arguments) {
        return new PeriodOutcome.Refused(Fault.of(field, value, rule, arguments));
    }
}
