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
    private static final int GROUPS_EACH = 40;

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
        int done = 0;
        while (done < BillingWork.GROUP) {
            try {
                if (work.group(1) == 0) {
                    return done;
                }
            } catch (RuntimeException poison) {
                LOG.error("a member of a billing run cannot be issued", poison);
                work.giveUp(String.valueOf(poison.getMessage()));
            }
            done++;
        }
        return done;
    }
}
