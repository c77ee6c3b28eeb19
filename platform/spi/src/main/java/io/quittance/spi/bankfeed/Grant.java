package io.quittance.spi.bankfeed;

/**
 * What a feed has to remember of one consent, in the plugin's own words: tokens, the bank's name for the consent, and while it is
 * being given, what proves that the answer is to our question. The platform keeps it sealed and never looks inside.
 *
 * @param value at most 16,000 characters
 */
public record Grant(String value) {

    private static final int LONGEST = 16_000;

    public Grant {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a grant has 1 to " + LONGEST + " characters, not " + value.length());
        }
    }

    /** Says nothing: secrets lie in it. */
    @Override
    public String toString() {
        return "Grant";
    }
}
