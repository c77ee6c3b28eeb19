package io.quittance.web.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Set;

/** In which of our languages a program's caller is answered: the first of {@code Accept-Language} that we speak, else English. */
public final class CallerLanguage {

    private static final Set<String> SPOKEN = Set.of("en", "de");

    private CallerLanguage() {
    }

    public static Locale of(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(SPOKEN::contains)
                .findFirst()
                .map(Locale::of)
                .orElse(Locale.ENGLISH);
    }
}
