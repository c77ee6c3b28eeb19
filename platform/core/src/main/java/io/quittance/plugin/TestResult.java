package io.quittance.plugin;

import java.time.Instant;
import java.util.Objects;

/**
 * What a try of an installation's settings gave.
 *
 * @param detail the account when it works, else the reason
 */
public record TestResult(Verdict verdict, String detail, Instant at) {

    /** In three words. */
    public enum Verdict { WORKS, REFUSED, UNREACHABLE }

    public TestResult {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(at, "at");
    }
}
