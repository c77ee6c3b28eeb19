package io.quittance.ledger;

import java.util.Objects;

/**
 * Why an entry was posted.
 *
 * @param type kind of thing in lower case, such as {@code invoice}, {@code payment}, {@code allocation}; at most 40 characters
 */
public record Cause(String type, long id) {

    private static final int LONGEST = 40;

    public Cause {
        Objects.requireNonNull(type, "type");
        if (type.isBlank() || type.length() > LONGEST) {
            throw new IllegalArgumentException("a cause's type has 1 to " + LONGEST + " characters: '" + type + "'");
        }
    }
}
