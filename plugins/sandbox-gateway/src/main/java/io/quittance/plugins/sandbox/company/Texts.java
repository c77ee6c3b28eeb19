package io.quittance.plugins.sandbox.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages in the payer's language: a template, texts and values, all values escaped. */
final class Texts {

    private static final Pattern HOLE = Pattern.compile("\\{\\{([a-zA-Z.-]+)}}");
    private static final ResourceBundle.Control NO_FALLBACK =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    Texts(String language) {
        this.locale = language.startsWith("de") ? Locale.GERMANY : Locale.UK;
        this.bundle = ResourceBundle.getBundle("sandbox.company.texts", locale, NO_FALLBACK);
    }

    String text(String key) {
        return bundle.getString(key);
    }

    String money(long minor, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        Currency unit = Currency.getInstance(currency);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
        return format.format(new java.math.BigDecimal(Statement.decimal(minor, currency)));
    }

    /**
     * Fills a template: {@code {{name}}} is a value, escaped, or else a text of the bundle; {@code {{html.name}}} is a
     * value that is HTML already; {@code {{css.name}}} is the style sheet of that name.
     */
    String fill(String template, Map<String, String> values) {
        Matcher holes = HOLE.matcher(resource(template));
        return holes.replaceAll(hole -> {
            String name = hole.group(1);
            if (name.startsWith("css.")) {
                return Matcher.quoteReplacement(resource(name.substring(4) + ".css"));
            }
            String value = values.containsKey(name) ? values.get(name) : textFor(name);
            return Matcher.quoteReplacement(name.startsWith("html.") ? value : escape(value));
        });
    }

    private String textFor(String name) {
        return name.equals("lang") ? locale.getLanguage() : text(name);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = Texts.class.getResourceAsStream("/sandbox/company/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
    }
}
