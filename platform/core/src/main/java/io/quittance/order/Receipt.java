package io.quittance.order;

import java.util.List;

/** What became of something received. Whatever it is, nothing needs to be sent again unless it says so. */
public sealed interface Receipt {

    /** Kept durably; its orders are judged next. @param entries one for each order in it, in its order */
    record Kept(PayloadId payload, List<Entry> entries) implements Receipt {

        public Kept {
            entries = List.copyOf(entries);
        }
    }

    /** The same bytes came before by this account; nothing changed. @param entries what they became then */
    record Repeated(PayloadId payload, List<Entry> entries) implements Receipt {

        public Repeated {
            entries = List.copyOf(entries);
        }
    }

    /** Larger than {@link Payload#MOST_BYTES}; not kept. */
    record TooLarge(int most) implements Receipt {
    }

    /** There is no such account, or it takes no orders now; not kept. */
    record NoSuchChannel() implements Receipt {
    }

    /** @param reference the channel's name of the order; empty for a dead letter of what was not understood */
    record Entry(OrderId order, String reference, Arrival arrival) {
    }

    /** How an order stands to what came before by the same account. */
    enum Arrival {
        /** Not heard of before. */
        NEW,
        /** The same reference and the same content came before: that order stands. */
        DUPLICATE,
        /** The same reference came before with other content: held for a person. */
        CONFLICT,
        /** Not understood: a dead letter. */
        UNREADABLE
    }
}
