package io.quittance.spi.gateway;

import java.util.List;
import java.util.Objects;

/** Capability: says what became of an attempt, however its outcome got lost. */
public interface PaymentInquiry {

    Finding ask(IdempotencyKey attempt, GatewayCall call);

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
