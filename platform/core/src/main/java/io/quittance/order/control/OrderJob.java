package io.quittance.order.control;

import io.quittance.order.OrderId;
import io.quittance.order.boundary.OrderWork;
import io.quittance.tenancy.DoorbellHandler;
import io.quittance.tenancy.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges orders as they come: what waits together, and one by one when a member spoils the batch, so that it does not block others. */
@ApplicationScoped
public class OrderJob implements DoorbellHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OrderJob.class);
    private static final int BATCH = 50;

    @Inject
    OrderWork work;

    @Override
    public String kind() {
        return OrderKeeping.KIND;
    }

    @Override
    public Optional<Instant> answer() {
        while (together() == BATCH) {
            Thread.onSpinWait();
        }
        return work.nextDue();
    }

    private int together() {
        try {
            return work.judgeWaiting(BATCH);
        } catch (RuntimeException spoilt) {
            if (SqlFailure.isPassing(spoilt)) {
                throw spoilt;
            }
            LOG.info("a batch of orders goes one by one: {}", spoilt.getMessage());
            return alone();
        }
    }

    private int alone() {
        List<OrderId> waiting = work.waiting(BATCH);
        for (OrderId id : waiting) {
            try {
                work.judge(id);
            } catch (RuntimeException failure) {
                if (SqlFailure.isPassing(failure)) {
                    throw failure;
                }
                LOG.warn("order {} cannot be judged", id, failure);
                work.failed(id, String.valueOf(failure.getMessage()));
            }
        }
        return waiting.size();
    }
}
