package io.quittance.order;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to make or change a channel's account. A refusal has changed nothing. */
public sealed interface ChannelOutcome {

    record Saved(ChannelAccount account) implements ChannelOutcome {
    }

    /** @param faults every fault found, not only the first */
    record Refused(List<Fault> faults) implements ChannelOutcome {
    }

    record Unknown(ChannelId id) implements ChannelOutcome {
    }
}
