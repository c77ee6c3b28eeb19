package io.quittance.spi.bank;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A bank's identifier of 8 or 11 characters. @see "ISO 9362:2014, BICFIDec2014Identifier" */
public record Bic(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?");

    public Bic {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a BIC: " + value);
        }
    }

    public static Optional<Bic> parse(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(bare).matches() ? Optional.of(new Bic(bare)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
