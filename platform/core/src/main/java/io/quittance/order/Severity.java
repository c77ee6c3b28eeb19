package io.quittance.order;

/** What a broken rule does to an order. */
public enum Severity {
    /** It is refused, and lies among the dead letters. */
    REJECT,
    /** A person decides. */
    HOLD,
    /** It is accepted all the same, and the warning stands beside it. */
    WARN;

    /** Of several, the one that decides. */
    public Severity or(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
