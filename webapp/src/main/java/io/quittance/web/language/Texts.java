package io.quittance.web.language;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts of the bundle with their blanks filled in; the plain ones are {@code #{msg['key']}}. */
@Named("t")
@RequestScoped
public class Texts {

    /** The one bundle of the pages. */
    public static final String BUNDLE = "io.quittance.web.messages";

    @Inject
    Language language;

    /** @throws MissingResourceException when the bundle lacks the key: a defect that a test finds first */
    public String of(String key, Object... blanks) {
        String pattern = bundle().getString(key);
        return blanks.length == 0 ? pattern : new MessageFormat(pattern, language.getRegional()).format(blanks);
    }

    // Expression language calls a method by its count of arguments and packs no variable ones.

    public String with(String key, Object first) {
        return of(key, first);
    }

    public String with(String key, Object first, Object second) {
        return of(key, first, second);
    }

    public String with(String key, Object first, Object second, Object third) {
        return of(key, first, second, third);
    }

    /** The text for a word of a feature, such as a status; the word itself where the bundle does not know it yet. */
    public String word(String prefix, Object word) {
        String key = prefix + "." + word;
        return bundle().containsKey(key) ? bundle().getString(key) : String.valueOf(word);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, language.getLocale(), Texts.class.getClassLoader());
    }
}
