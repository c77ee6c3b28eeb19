package io.quittance.document.control;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The document's own words in one language; English where there is no translation. */
record Labels(Locale language) {

    String of(String key, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle("io.quittance.document.labels", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, language).format(arguments);
    }
}
