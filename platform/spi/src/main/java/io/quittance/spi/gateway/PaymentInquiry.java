package io.quittance.spi.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Capability: says what became of an attempt, however its outcome got lost. */
public interface PaymentInquiry {

    Finding ask(IdempotencyKey attempt, GatewayCall call);

    /** The same, told all that the platform knows; the platform calls this one. Since SPI 1.1.0. */
    default Finding ask(Inquiry inquiry, GatewayCall call) {
        return ask(inquiry.attempt(), call);
    }

    /**
     * What the platform knows of an attempt; many gateways cannot search by our key, but can list what happened since.
     *
     * @param payment   the gateway's own name, when it told us at the start
     * @param startedAt when the platform began the attempt, just before it called the gateway
     */
    record Inquiry(IdempotencyKey attempt, Optional<GatewayPaymentId> payment, Instant startedAt) {
        public Inquiry {
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(payment, "payment");
            Objects.requireNonNull(startedAt, "startedAt");
        }
    }

    /** What the gateway knows of an attempt. */
    sealed interface Finding {

        /**
         * The gateway knows the attempt.
         *
         * @param events everything that happened to it so far, oldest first; empty while the payer has done nothing
         * @param open   whether more may happen without a new attempt
         */
        record Known(List<PaymentEvent> events, boolean open) implements Finding {
            public Known {
                events = List.copyOf(events);
            }
        }

        /** The gateway has never seen the attempt: it may be made again under the same key. */
        record NeverSeen() implements Finding {
        }

        /** The gateway cannot be asked now: ask again later and hold further attempts until then. */
        record NoAnswer(String reason) implements Finding {
            public NoAnswer {
                Objects.requireNonNull(reason, "reason");
            }
        }
    }
}
