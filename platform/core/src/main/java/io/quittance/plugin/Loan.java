package io.quittance.plugin;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of a call into a plugin, apart from what the plugin itself had to say. */
public sealed interface Loan<R> {

    /** The plugin answered. */
    record Returned<R>(R value) implements Loan<R> {
        public Returned {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The plugin was not called: not enabled, stopped, overloaded or tripped. Nothing has happened. */
    record Unavailable<R>(String reason) implements Loan<R> {
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The plugin was called and threw, or ran out of time. Whatever was asked may have happened. */
    record Broken<R>(String reason) implements Loan<R> {
        public Broken {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The plugin's answer, or the one of the two given that says the same as having none. */
    default R orElse(Function<String, R> unavailable, Function<String, R> broken) {
        return switch (this) {
            case Returned<R>(R value) -> value;
            case Unavailable<R>(String reason) -> unavailable.apply(reason);
            case Broken<R>(String reason) -> broken.apply(reason);
        };
    }

    /** @throws X made by the supplier when the plugin did not answer */
    default <X extends Throwable> R orThrow(Supplier<X> missing) throws X {
        if (this instanceof Returned<R>(R value)) {
            return value;
        }
        throw missing.get();
    }
}
