package io.quittance.spi.bankfeed;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The words with which the owner of an account lets us read it. */
public final class Consent {

    private Consent() {
    }

    /**
     * A wish to read.
     *
     * @param returnTo where the bank sends the owner's browser; the same for all, since banks want it registered
     * @param state    comes back with the browser; random, made by the platform for this wish alone
     * @param renewed  the grant of the consent that this one is to take the place of
     */
    public record Wish(URI returnTo, String state, Optional<Grant> renewed, Locale language) {
        public Wish {
            Objects.requireNonNull(returnTo, "returnTo");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(renewed, "renewed");
            Objects.requireNonNull(language, "language");
        }
    }

    /** What became of a wish. */
    public sealed interface Begun {
    }

    /** The bank's page waits. @param pending comes back with {@link Return} */
    public record Opened(URI page, Grant pending) implements Begun {
        public Opened {
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(pending, "pending");
        }
    }

    /** No page was opened; nobody has consented to anything. */
    public record NotOpened(String reason) implements Begun {
        public NotOpened {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * The owner's browser has come back. The platform has proven that the state is ours.
     *
     * @param parameters as the browser brought them, by name
     * @param returnTo   the one of the wish
     */
    public record Return(Map<String, String> parameters, Grant pending, URI returnTo) {
        public Return {
            parameters = Map.copyOf(parameters);
            Objects.requireNonNull(pending, "pending");
            Objects.requireNonNull(returnTo, "returnTo");
        }

        public Optional<String> parameter(String name) {
            return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
        }

        /** Names no value: codes lie among them. */
        @Override
        public String toString() {
            return "Return" + parameters.keySet();
        }
    }

    /** What came of it. */
    public sealed interface Ended {
    }

    /** We may read. @param bank whose accounts, for people */
    public record Granted(Grant grant, String bank) implements Ended {
        public Granted {
            Objects.requireNonNull(grant, "grant");
            Objects.requireNonNull(bank, "bank");
        }
    }

    /** The owner, the bank or a proof said no. */
    public record Declined(String reason) implements Ended {
        public Declined {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** It is not known yet: the same question may be asked again. */
    public record NotYet(String reason) implements Ended {
        public NotYet {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** How long we may read. @param until empty when the consent has no end */
    public record Term(Optional<Instant> until) {
        public Term {
            Objects.requireNonNull(until, "until");
        }
    }
}
