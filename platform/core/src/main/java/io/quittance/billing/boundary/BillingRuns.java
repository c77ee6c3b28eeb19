package io.quittance.billing.boundary;

import io.quittance.Page;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.billing.BillingMember;
import io.quittance.billing.BillingOutcome;
import io.quittance.billing.BillingPreview;
import io.quittance.billing.BillingRun;
import io.quittance.billing.BillingRunId;
import io.quittance.billing.BillingSelection;
import io.quittance.billing.BillingState;
import io.quittance.billing.MemberState;
import io.quittance.billing.control.BillingJob;
import io.quittance.billing.control.MemberRows;
import io.quittance.billing.control.RunRows;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Issues many drafts in the background. */
@Boundary
public class BillingRuns {

    private static final String KIND = "billing-run";

    @Inject
    RunRows runs;
    @Inject
    MemberRows members;
    @Inject
    Doorbell bell;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentActor actor;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** What would be issued, for each currency by itself. */
    @Requires(Permission.INVOICE_READ)
    public List<BillingPreview> preview(BillingSelection selection) {
        return members.preview(selection, tenant.get().today(clock));
    }

    /**
     * Takes the drafts that fit and begins to issue them in the background.
     *
     * @param key  of the request: asked twice with the same, it answers with the same run
     * @param mail whether each customer gets the invoice by e-mail; those without an address then fail
     */
    @Requires(Permission.INVOICE_ISSUE)
    public BillingOutcome start(BillingSelection selection, boolean mail, String key) {
        Optional<BillingRun> earlier = runs.byKey(key);
        if (earlier.isPresent()) {
            return new BillingOutcome.Accepted(earlier.get());
        }
        if (preview(selection).isEmpty()) {
            return new BillingOutcome.NothingToIssue();
        }
        BillingRunId id = new BillingRunId(ids.next());
        runs.add(new BillingRun(id, BillingState.RUNNING, mail, 0, 0, 0, 0, actor.get().label(), clock.instant(), Optional.empty()), key);
        int total = members.select(id, selection, tenant.get().today(clock));
        runs.recount(id, BillingState.RUNNING);
        note("started", id, null, Map.of("drafts", total, "mail", mail));
        return new BillingOutcome.Accepted(runs.find(id).orElseThrow());
    }

    /** What was issued stays; the group being issued is finished. */
    @Requires(Permission.INVOICE_ISSUE)
    public BillingOutcome stop(BillingRunId id) {
        return move(id, BillingState.STOPPED, "stopped");
    }

    /** Goes on with what waits, and tries again what failed. */
    @Requires(Permission.INVOICE_ISSUE)
    public BillingOutcome retry(BillingRunId id) {
        return move(id, BillingState.RUNNING, "retried");
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<BillingRun> find(BillingRunId id) {
        return runs.find(id);
    }

    /** Newest first. */
    @Requires(Permission.INVOICE_READ)
    public Page<BillingRun> page(int offset, int limit) {
        return runs.page(offset, limit);
    }

    /** Those of a run in that state, in their order. */
    @Requires(Permission.INVOICE_READ)
    public Page<BillingMember> members(BillingRunId id, MemberState state, int offset, int limit) {
        return members.page(id, state, offset, limit);
    }

    private BillingOutcome move(BillingRunId id, BillingState to, String action) {
        Optional<BillingRun> found = runs.lock(id);
        if (found.isEmpty()) {
            return new BillingOutcome.Unknown(id);
        }
        if (to == BillingState.RUNNING) {
            members.revive(id);
        }
        runs.recount(id, to);
        BillingRun after = runs.find(id).orElseThrow();
        note(action, id, found.get(), after);
        return new BillingOutcome.Accepted(after);
    }

    private void note(String action, BillingRunId id, Object before, Object after) {
        audit.record(action, KIND, id.value(), before, after);
        changes.announce(KIND, id.value());
        bell.ring(BillingJob.BELL);
    }
}
