package io.quittance.approval.boundary;

import io.quittance.Fault;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.approval.ApprovalHandler;
import io.quittance.approval.ApprovalId;
import io.quittance.approval.ApprovalLimits;
import io.quittance.approval.ApprovalOutcome;
import io.quittance.approval.ApprovalRequest;
import io.quittance.approval.ApprovalRow;
import io.quittance.approval.ApprovalState;
import io.quittance.approval.control.ApprovalRows;
import io.quittance.approval.control.LimitRules;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What waits for a second person, and the decisions on it. */
@Boundary
public class Approvals {

    private static final String KIND = "approval";

    @Inject
    ApprovalRows rows;
    @Inject
    LimitRules limits;
    @Inject
    @Any
    Instance<ApprovalHandler> handlers;
    @Inject
    CurrentActor actor;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;

    /** What is written to the audit trail of a decision. */
    private record Decision(ApprovalState state, String reason) {
    }

    @Requires({Permission.SETTINGS_READ, Permission.INVOICE_CORRECT, Permission.CORRECTION_APPROVE})
    public ApprovalLimits limits() {
        return limits.read();
    }

    /** @return why it was refused; empty when it was changed. Requests that wait go on waiting */
    @Requires(Permission.SETTINGS_WRITE)
    public List<Fault> changeLimits(ApprovalLimits changed) {
        List<Fault> faults = LimitRules.check(changed);
        if (faults.isEmpty()) {
            audit.record("changed", "approval-limits", 0, limits.read(), changed);
            limits.write(changed);
        }
        return faults;
    }

    /**
     * Decides whether one person is enough for a correction that could be written now. What was kept for a second person stays with
     * that person, whatever the limit is now. For features inside their own units, under the lock of what is corrected.
     *
     * @param together the correction with all that was corrected before
     * @return the request that a second person decides, kept once for its key; empty when the caller may write
     */
    @Requires(Permission.INVOICE_CORRECT)
    public Optional<ApprovalId> second(ApprovalRequest wish, Money together) {
        Optional<ApprovalId> earlier = rows.byKey(wish.key());
        return earlier.isPresent() || !limits.read().needsTwo(together) ? earlier : Optional.of(keep(wish));
    }

    private ApprovalId keep(ApprovalRequest request) {
        Optional<ApprovalId> added = rows.add(request);
        if (added.isEmpty()) {
            return rows.byKey(request.key()).orElseThrow();
        }
        ApprovalId id = added.get();
        audit.record("asked", KIND, id.value(), null, request);
        changes.announce(KIND, id.value());
        return id;
    }

    /** Newest first. @param states empty for all */
    @Requires({Permission.INVOICE_CORRECT, Permission.CORRECTION_APPROVE})
    public List<ApprovalRow> list(List<ApprovalState> states, int limit) {
        return rows.list(states.isEmpty() ? List.of(ApprovalState.values()) : states, limit);
    }

    /** What was asked for about a subject and still waits. */
    @Requires({Permission.INVOICE_READ, Permission.INVOICE_CORRECT, Permission.CORRECTION_APPROVE})
    public List<ApprovalRow> waitingFor(long subject) {
        return rows.waitingFor(subject);
    }

    @Requires({Permission.INVOICE_CORRECT, Permission.CORRECTION_APPROVE})
    public Optional<ApprovalRow> find(ApprovalId id) {
        return rows.find(id);
    }

    /** Approves what somebody else asked for and applies it in this unit: both happen or neither, and only once. */
    @Requires(Permission.CORRECTION_APPROVE)
    public ApprovalOutcome approve(ApprovalId id) {
        Optional<ApprovalRow> found = rows.find(id);
        if (found.isEmpty()) {
            return new ApprovalOutcome.Unknown(id);
        }
        if (found.get().own()) {
            return new ApprovalOutcome.OwnRequest(id);
        }
        // The conditional update locks the row: a second approver waits here and then finds it decided.
        if (!rows.decide(id, ApprovalState.APPROVED, "")) {
            return new ApprovalOutcome.NotWaiting(id, rows.find(id).orElseThrow().state());
        }
        List<Fault> faults = handler(found.get().kind()).apply(rows.content(id));
        if (!faults.isEmpty()) {
            rows.waitAgain(id);
            return new ApprovalOutcome.Refused(id, faults);
        }
        return decided(id, ApprovalState.APPROVED, "", new ApprovalOutcome.Approved(id));
    }

    /** Turns a request down; whoever asked may withdraw it in the same way. */
    @Requires({Permission.INVOICE_CORRECT, Permission.CORRECTION_APPROVE})
    public ApprovalOutcome reject(ApprovalId id, String reason) {
        Optional<ApprovalRow> found = rows.find(id);
        boolean decides = actor.get().may(Permission.CORRECTION_APPROVE) || found.filter(ApprovalRow::own).isPresent();
        if (found.isEmpty() || !decides) {
            return new ApprovalOutcome.Unknown(id);
        }
        if (!rows.decide(id, ApprovalState.REJECTED, reason)) {
            return new ApprovalOutcome.NotWaiting(id, rows.find(id).orElseThrow().state());
        }
        return decided(id, ApprovalState.REJECTED, reason, new ApprovalOutcome.Rejected(id));
    }

    private ApprovalOutcome decided(ApprovalId id, ApprovalState state, String reason, ApprovalOutcome outcome) {
        audit.record("decided", KIND, id.value(), new Decision(ApprovalState.WAITING, ""), new Decision(state, reason));
        changes.announce(KIND, id.value());
        return outcome;
    }

    private ApprovalHandler handler(String kind) {
        return handlers.stream().filter(handler -> handler.kind().equals(kind)).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody applies requests of the kind " + kind));
    }
}
