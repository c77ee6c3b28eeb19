package io.quittance.allocation;

/** Identity of one stored decision about where money goes. */
public record DecisionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
