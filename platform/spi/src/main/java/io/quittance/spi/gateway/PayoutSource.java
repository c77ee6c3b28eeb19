package io.quittance.spi.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Capability: lists the transfers to the tenant's bank account, so that a line of its statement can be explained. */
public interface PayoutSource {

    /**
     * Payouts made since an instant, oldest first.
     *
     * @param cursor from the page before; empty for the first
     */
    Answer payouts(Instant since, Optional<String> cursor, GatewayCall call);

    /** What the gateway says about payouts. */
    sealed interface Answer {

        /**
         * Some of them.
         *
         * @param next how to ask for more; empty when this is all
         * @param fees charges that the gateway states with its payouts alone, not as events of payments; named the same
         *             each time. Since 1.2.0
         */
        record Page(List<PaymentEvent.Payout> payouts, Optional<String> next, List<PaymentEvent.Fee> fees) implements Answer {
            public Page {
                payouts = List.copyOf(payouts);
                Objects.requireNonNull(next, "next");
                fees = List.copyOf(fees);
            }

            /** Payouts whose fees are all told by other events. */
            public Page(List<PaymentEvent.Payout> payouts, Optional<String> next) {
                this(payouts, next, List.of());
            }
        }

        /** The gateway cannot be asked now. */
        record NoAnswer(String reason) implements Answer {
            public NoAnswer {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }
}
