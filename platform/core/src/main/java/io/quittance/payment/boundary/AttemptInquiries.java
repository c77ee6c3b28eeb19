package io.quittance.payment.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.live.LiveChanges;
import io.quittance.payment.AttemptId;
import io.quittance.payment.AttemptState;
import io.quittance.payment.UnsettledAttempt;
import io.quittance.payment.control.AttemptStore;
import io.quittance.payment.entity.Attempt;
import io.quittance.plugin.InstallationId;
import io.quittance.retry.Retry;
import io.quittance.retry.RetryPolicy;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What became of attempts, for the janitor that asks. An attempt that succeeded or failed meanwhile is left as it is. */
@Boundary
public class AttemptInquiries {

    /** Doubt is cleared within a minute of the gateway answering again, so it is asked more often than that. */
    private static final RetryPolicy DOUBT = new RetryPolicy(Duration.ofSeconds(10), Duration.ofSeconds(20), RetryPolicy.NO_END);
    private static final RetryPolicy CALM = new RetryPolicy(Duration.ofMinutes(2), Duration.ofHours(1), RetryPolicy.NO_END);

    @Inject
    AttemptStore attempts;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges live;
    @Inject
    Retry retry;
    @Inject
    Clock clock;

    /** Those to be asked after by now, the most urgent first. */
    @Requires(Permission.SYSTEM)
    public List<UnsettledAttempt> due(int most) {
        return attempts.toAsk(clock.instant(), most).stream()
                .map(attempt -> new UnsettledAttempt(attempt.id(), attempt.inquiry(), attempt.installation(), attempt.gateway(),
                        attempt.state().isUnknown() && attempt.asked() > 0))
                .toList();
    }

    /** When the next one is due, if ever. */
    @Requires(Permission.SYSTEM)
    public Optional<Instant> nextDue() {
        return attempts.nextAsk();
    }

    /** How many of the current tenant's each gateway may or may not know of. */
    @Requires(Permission.GATEWAY_READ)
    public Map<InstallationId, Long> inDoubt() {
        return attempts.inDoubt();
    }

    /** The gateway has never seen it: another attempt may begin. */
    @Requires(Permission.SYSTEM)
    public void neverSeen(AttemptId id) {
        settle(id, attempt -> attempt.ended(AttemptState.NOT_SENT, "the gateway has never seen it"));
    }

    /** The gateway has it and more may happen. */
    @Requires(Permission.SYSTEM)
    public void stillOpen(AttemptId id) {
        settle(id, attempt -> attempt.stillOpen(clock.instant()));
    }

    /** The gateway has it and nothing more will happen; what did happen was applied before. */
    @Requires(Permission.SYSTEM)
    public void over(AttemptId id) {
        settle(id, attempt -> attempt.ended(AttemptState.FAILED, attempt.reason().isEmpty() ? "the page expired" : attempt.reason()));
    }

    /** The gateway cannot be asked now. */
    @Requires(Permission.SYSTEM)
    public void unanswered(AttemptId id) {
        settle(id, attempt -> attempt.unanswered(retry.next(attempt.state().isUnknown() ? DOUBT : CALM, attempt.asked() + 1)));
    }

    /** It is not asked now, since too much is asked again. */
    @Requires(Permission.SYSTEM)
    public void postpone(AttemptId id, Instant until) {
        settle(id, attempt -> attempt.postponed(until));
    }

    private void settle(AttemptId id, UnaryOperator<Attempt> change) {
        Optional<Attempt> found = attempts.find(id).filter(attempt -> attempt.state() == AttemptState.OPEN || attempt.state().isUnknown());
        if (found.isEmpty()) {
            return;
        }
        Attempt after = change.apply(found.get());
        attempts.update(after);
        if (after.state() != found.get().state()) {
            audit.record("inquired", "attempt", id.value(), Map.of("state", found.get().state()), Map.of("state", after.state()));
            live.announce("invoice", after.invoice().value());
        }
    }
}
