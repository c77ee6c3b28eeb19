package io.quittance.billing.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.billing.BillingRun;
import io.quittance.billing.BillingRunId;
import io.quittance.billing.BillingState;
import io.quittance.billing.MemberState;
import io.quittance.billing.control.MemberRows;
import io.quittance.billing.control.RunRows;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Issues the groups of billing runs. The job's, nobody else's. */
@Boundary
public class BillingWork {

    /** Issued in one unit. Larger groups gain little and keep the number series locked for longer. */
    public static final int GROUP = 500;
    private static final int LONGEST_NOTE = 1000;

    @Inject
    RunRows runs;
    @Inject
    MemberRows members;
    @Inject
    Invoicing invoicing;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentTenant tenant;

    /**
     * Issues the next members of the oldest run, together with the progress that tells of it: either all of this is
     * committed or nothing. Two who do so at once take turns.
     *
     * @param most 1 to {@value #GROUP}
     * @return how many came to their end; none when no run has anything to do
     */
    @Requires(Permission.SYSTEM)
    public int group(int most) {
        Optional<BillingRun> run = locked();
        if (run.isEmpty()) {
            return 0;
        }
        List<MemberRows.Waiting> waiting = members.waiting(run.get().id(), most);
        issue(run.get(), waiting);
        return waiting.size();
    }

    /** A member whose turn it is. */
    public record Turn(BillingRunId run, int position) {
    }

    /** Whose turn is next, if anybody's. */
    @Requires(Permission.SYSTEM)
    public Optional<Turn> next() {
        return runs.running().flatMap(run -> members.waiting(run.id(), 1).stream().findFirst()
                .map(member -> new Turn(run.id(), member.position())));
    }

    /** Issues one member, unless somebody else did meanwhile. */
    @Requires(Permission.SYSTEM)
    public void single(Turn turn) {
        running(turn).ifPresent(run -> issue(run, members.waitingAt(run.id(), turn.position())));
    }

    /** Gives up on a member that broke alone too, unless somebody else had more luck. */
    @Requires(Permission.SYSTEM)
    public void giveUp(Turn turn, String reason) {
        running(turn).ifPresent(run -> members.waitingAt(run.id(), turn.position()).forEach(member -> {
            members.fail(run.id(), Map.of(member.position(), shortened(reason)));
            runs.advance(run.id(), 0, 1, 0);
            changes.announce("billing-run", run.id().value());
        }));
    }

    private Optional<BillingRun> running(Turn turn) {
        return runs.lock(turn.run()).filter(run -> run.state() == BillingState.RUNNING);
    }

    private Optional<BillingRun> locked() {
        return runs.running().flatMap(run -> runs.lock(run.id())).filter(run -> run.state() == BillingState.RUNNING);
    }

    private void issue(BillingRun run, List<MemberRows.Waiting> waiting) {
        Map<InvoiceId, IssueOutcome> outcomes = waiting.isEmpty() ? Map.of() : invoicing.issueAll(
                waiting.stream().map(MemberRows.Waiting::invoice).collect(Collectors.toCollection(LinkedHashSet::new)), run.mail());
        List<Integer> issued = new ArrayList<>();
        List<Integer> skipped = new ArrayList<>();
        Map<Integer, String> failed = new LinkedHashMap<>();
        for (MemberRows.Waiting member : waiting) {
            switch (outcomes.get(member.invoice())) {
                case IssueOutcome.Issued done -> issued.add(member.position());
                case IssueOutcome.Refused refused -> failed.put(member.position(), shortened(refused.faults().stream()
                        .map(fault -> fault.field() + ": " + fault.remedy(tenant.get().language())).collect(Collectors.joining(" "))));
                case IssueOutcome.AlreadyIssued earlier -> skipped.add(member.position());
                case IssueOutcome.NotADraft gone -> skipped.add(member.position());
                case IssueOutcome.Unknown gone -> skipped.add(member.position());
            }
        }
        members.set(run.id(), issued, MemberState.ISSUED);
        members.set(run.id(), skipped, MemberState.SKIPPED);
        members.fail(run.id(), failed);
        runs.advance(run.id(), issued.size(), failed.size(), skipped.size());
        changes.announce("billing-run", run.id().value());
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_NOTE));
    }
}
