package io.quittance.order;

import java.util.Locale;

/**
 * The shape of a buyer's order number: {@code #} stands for a digit, {@code @} for a letter, {@code *} for one or more letters and
 * digits, everything else for itself, upper and lower case alike. A small language of its own, because a regular expression can be
 * written so that a long text keeps it busy for ever.
 */
public record ReferenceShape(String pattern) {

    public static final int LONGEST = 60;
    private static final int MOST_STARS = 3;

    public static boolean isShape(String text) {
        return text.length() <= LONGEST && text.chars().filter(letter -> letter == '*').count() <= MOST_STARS;
    }

    public boolean fits(String text) {
        return fits(pattern.toUpperCase(Locale.ROOT), 0, text.strip().toUpperCase(Locale.ROOT), 0);
    }

    private static boolean fits(String shape, int at, String text, int from) {
        if (at == shape.length()) {
            return from == text.length();
        }
        if (from == text.length()) {
            return false;
        }
        char wanted = shape.charAt(at);
        char given = text.charAt(from);
        return switch (wanted) {
            case '#' -> given >= '0' && given <= '9' && fits(shape, at + 1, text, from + 1);
            case '@' -> Character.isLetter(given) && fits(shape, at + 1, text, from + 1);
            case '*' -> Character.isLetterOrDigit(given)
                    && (fits(shape, at + 1, text, from + 1) || fits(shape, at, text, from + 1));
            default -> wanted == given && fits(shape, at + 1, text, from + 1);
        };
    }
}
