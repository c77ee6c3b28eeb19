package io.quittance.webhook;

import io.quittance.Fault;
import java.util.List;

/** What came of a wish about an endpoint. */
public sealed interface EndpointOutcome {

    record Saved(Endpoint endpoint) implements EndpointOutcome {
    }

    /** @param secret shown this once: it can never be read again */
    record WithSecret(Endpoint endpoint, String secret) implements EndpointOutcome {

        @Override
        public String toString() {
            return "WithSecret[" + endpoint.id() + "]";
        }
    }

    record Refused(List<Fault> faults) implements EndpointOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    record Unknown(EndpointId id) implements EndpointOutcome {
    }
}
