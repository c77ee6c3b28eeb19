package io.quittance;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why an input was refused: which field, what was given, and what to do instead.
 *
 * @param field     as the caller named it, such as {@code lines[2].unitPrice}
 * @param value     what was given, as text; empty when nothing was
 * @param rule      stable name of the broken rule, such as {@code money.tooManyDecimals}; key of the remedy's text
 * @param arguments filled into the remedy's text
 */
public record Fault(String field, String value, String rule, List<String> arguments) {

    private static final String BUNDLE = "io.quittance.faults";

    public Fault {
        value = value == null ? "" : value;
        arguments = List.copyOf(arguments);
    }

    public static Fault of(String field, Object value, String rule, Object... arguments) {
        List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
        return new Fault(field, value == null ? "" : String.valueOf(value), rule, texts);
    }

    /** The same fault, seen from outside: {@code lines[2]} in front of {@code unitPrice}. */
    public Fault within(String container) {
        return new Fault(container + "." + field, value, rule, arguments);
    }

    /** What to do, in a sentence for a person. */
    public String remedy(Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(rule), language).format(arguments.toArray());
    }
}
