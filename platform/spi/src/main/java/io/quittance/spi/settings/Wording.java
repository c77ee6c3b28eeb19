package io.quittance.spi.settings;

import java.util.Locale;
import java.util.Objects;

/**
 * A text for people, in every language the product speaks.
 *
 * @param en English, also the answer for languages we do not speak
 * @param de German
 */
public record Wording(String en, String de) {

    /** Says nothing: for a field that needs no help text. */
    public static final Wording NONE = new Wording("", "");

    public Wording {
        Objects.requireNonNull(en, "en");
        Objects.requireNonNull(de, "de");
    }

    public String in(Locale locale) {
        return Locale.GERMAN.getLanguage().equals(locale.getLanguage()) ? de : en;
    }

    public boolean isEmpty() {
        return en.isEmpty() && de.isEmpty();
    }
}
