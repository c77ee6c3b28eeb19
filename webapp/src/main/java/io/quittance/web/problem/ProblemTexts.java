package io.quittance.web.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What problems say, in English or German. */
final class ProblemTexts {

    private static final String BUNDLE = "io.quittance.web.problem.texts";

    private final ResourceBundle bundle;
    private final Locale language;

    ProblemTexts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(BUNDLE, language, ProblemTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), language).format(arguments);
    }

    String title(Kind kind) {
        return bundle.getString("title." + kind.code());
    }
}
