package io.quittance.order.control.shop;

import io.quittance.order.Payload;

/** What a shop's delivery turned out to be. */
public sealed interface Verdict {

    /** The account's own secret signed it. */
    record Genuine(Payload payload) implements Verdict {
    }

    /** The shop only wants to know whether anybody is there, or tells news of something else than orders. */
    record Nothing(String about) implements Verdict {
    }

    record Forged(String reason) implements Verdict {
    }
}
