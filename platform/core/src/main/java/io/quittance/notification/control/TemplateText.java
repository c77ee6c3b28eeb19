package io.quittance.notification.control;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills placeholders such as <code>{number}</code>. Values are inserted as they are, never read for placeholders again. */
public final class TemplateText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private TemplateText() {
    }

    /** @throws IllegalArgumentException when the text asks for a value that is not given */
    public static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the template asks for {" + found.group(1) + "}; there is "
                        + new TreeSet<>(values.keySet()));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The placeholders a text uses. */
    public static Set<String> used(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** As text of an HTML document, also inside of attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
