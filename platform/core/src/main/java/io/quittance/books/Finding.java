package io.quittance.books;

/**
 * A promise that does not hold.
 *
 * @param tenant   slug; empty when it concerns the platform
 * @param subject  what it is about, such as {@code claim 4711}
 */
public record Finding(Invariant invariant, String tenant, String subject, String expected, String found) {

    private static final String NOTHING = "nothing";

    public Finding {
        expected = expected == null ? NOTHING : expected;
        found = found == null ? NOTHING : found;
    }

    /** One line for a person. */
    @Override
    public String toString() {
        return invariant.label() + " [" + tenant + "] " + subject + ": expected " + expected + " but found " + found;
    }
}
