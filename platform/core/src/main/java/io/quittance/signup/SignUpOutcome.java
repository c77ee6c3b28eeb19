package io.quittance.signup;

import io.quittance.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of a request to sign a business up. */
public sealed interface SignUpOutcome {

    /** A mail with a link is on its way, whoever the address belongs to. */
    record Accepted(Instant linkExpires) implements SignUpOutcome {
    }

    record SlugTaken(String suggestion) implements SignUpOutcome {
    }

    record Invalid(List<Fault> faults) implements SignUpOutcome {

        public Invalid {
            faults = List.copyOf(faults);
        }
    }

    /** This address, or this mailbox, has asked too often. */
    record TooMany(Duration retryAfter) implements SignUpOutcome {
    }
}
