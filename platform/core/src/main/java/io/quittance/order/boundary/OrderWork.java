package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.order.control.OrderJudging;
import io.quittance.order.control.OrderQueue;
import io.quittance.order.entity.KeptOrder;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The units of work in which orders are judged. The job's, nobody else's. */
@Boundary
public class OrderWork {

    @Inject
    OrderQueue queue;
    @Inject
    OrderJudging judging;

    /** Judges what waits, at most that many together. @return how many were judged; call again until none is */
    @Requires(Permission.SYSTEM)
    public int judgeWaiting(int most) {
        queue.takeTurn();
        List<KeptOrder> claimed = queue.claim(most);
        if (!claimed.isEmpty()) {
            judging.judge(claimed);
        }
        return claimed.size();
    }

    /** Judges one. @return where it stands then; empty when it does not wait to be judged */
    @Requires(Permission.SYSTEM)
    public Optional<OrderState> judge(OrderId id) {
        queue.takeTurn();
        Optional<KeptOrder> waiting = queue.lock(id).filter(order -> order.state() == OrderState.RECEIVED);
        waiting.ifPresent(order -> judging.judge(List.of(order)));
        return waiting.flatMap(order -> queue.find(id)).map(KeptOrder::state);
    }

    /** What waits, oldest first. */
    @Requires(Permission.SYSTEM)
    public List<OrderId> waiting(int most) {
        return queue.claim(most).stream().map(KeptOrder::id).toList();
    }

    /** Work on it failed for a reason that is not its own words: it is tried again later, and after some tries becomes a dead letter. */
    @Requires(Permission.SYSTEM)
    public void failed(OrderId id, String reason) {
        queue.lock(id).filter(order -> order.state() == OrderState.RECEIVED).ifPresent(order -> {
            if (!queue.postpone(order)) {
                judging.bury(order, reason);
            }
        });
    }

    /** When to look again; empty when nothing waits. */
    @Requires(Permission.SYSTEM)
    public Optional<Instant> nextDue() {
        return queue.nextDue();
    }
}
