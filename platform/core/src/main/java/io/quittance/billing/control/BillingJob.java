package io.quittance.billing.control;

import io.quittance.billing.boundary.BillingWork;
import io.quittance.tenancy.DoorbellHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Issues group after group while a run has something to do; a group with a member that breaks is issued one by one. */
@ApplicationScoped
public class BillingJob implements DoorbellHandler {

    public static final String BELL = "billing";

    private static final Logger LOG = LoggerFactory.getLogger(BillingJob.class);
    /** Then other bells have a turn: short of the lease under which this one is answered. */
    private static final int GROUPS_EACH = 10;

    @Inject
    BillingWork work;
    @Inject
    Clock clock;

    @Override
    public String kind() {
        return BELL;
    }

    @Override
    public Optional<Instant> answer() {
        for (int group = 0; group < GROUPS_EACH; group++) {
            if (next() == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(clock.instant());
    }

    private int next() {
        try {
            return work.group(BillingWork.GROUP);
        } catch (RuntimeException poisoned) {
            LOG.warn("a group of a billing run broke and was rolled back; its members are issued one by one", poisoned);
            return oneByOne();
        }
    }

    private int oneByOne() {
        for (int done = 0; done < BillingWork.GROUP; done++) {
            Optional<BillingWork.Turn> turn = work.next();
            if (turn.isEmpty()) {
                return done;
            }
            try {
                work.single(turn.get());
            } catch (RuntimeException poison) {
                LOG.error("member {} of billing run {} cannot be issued", turn.get().position(), turn.get().run(), poison);
                work.giveUp(turn.get(), String.valueOf(poison.getMessage()));
            }
        }
        return BillingWork.GROUP;
    }
}
