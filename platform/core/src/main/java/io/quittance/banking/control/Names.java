package io.quittance.banking.control;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our names for orders and files: of a shape that nothing else on a statement has, so that they are found as whole words. */
final class Names {

    private static final String PREFIX = "QT";
    private static final Pattern SHAPE = Pattern.compile("(?<![A-Z0-9])QT[0-9A-Z]{9,13}(?:-[0-9]{1,4})?(?![A-Z0-9])");
    private static final int MOST = 2_000;

    private Names() {
    }

    static String of(long id) {
        return PREFIX + Long.toString(id, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }

    /** All that the texts of a line could mean, each once. */
    static Set<String> in(List<String> texts) {
        Set<String> found = new LinkedHashSet<>();
        for (String text : texts) {
            Matcher name = SHAPE.matcher(text.toUpperCase(Locale.ROOT));
            while (name.find() && found.size() < MOST) {
                found.add(name.group());
            }
        }
        return found;
    }
}
