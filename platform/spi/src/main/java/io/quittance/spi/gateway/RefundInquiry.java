package io.quittance.spi.gateway;

import java.util.Objects;

/** Capability: says what became of a refund, however its outcome got lost. */
public interface RefundInquiry {

    /**
     * Asks after a refund.
     *
     * @param refund  the key under which it was ordered
     * @param payment the payment that it was of
     */
    Trace askRefund(IdempotencyKey refund, GatewayPaymentId payment, GatewayCall call);

    /** What the gateway knows of a refund. */
    sealed interface Trace {

        /** The gateway knows it. @param outcome what became of it: neither {@link NotSent} nor {@link InDoubt} */
        record Known(GatewayOutcome outcome) implements Trace {
            public Known {
                if (outcome instanceof NotSent || outcome instanceof InDoubt) {
                    throw new IllegalArgumentException("a gateway that knows a refund has an outcome for it, not " + outcome);
                }
                Objects.requireNonNull(outcome, "outcome");
            }
        }

        /** The gateway has never seen it: it may be sent again under the same key. */
        record NeverSeen() implements Trace {
        }

        /** The gateway cannot be asked now: ask again later. */
        record NoAnswer(String reason) implements Trace {
            public NoAnswer {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }
}
