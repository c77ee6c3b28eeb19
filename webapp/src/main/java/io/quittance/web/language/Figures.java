package io.quittance.web.language;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads figures as people type them: with this region's signs, or as a plain decimal with a point. What could mean two
 * things is refused rather than guessed: {@code 1.234} is one thousand to a German and never 1.234.
 */
public final class Figures {

    private Figures() {
    }

    /** @return empty when the text is no figure in this region */
    public static Optional<BigDecimal> read(String text, Locale region) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(region);
        String decimal = Pattern.quote(String.valueOf(signs.getDecimalSeparator()));
        String group = signs.getGroupingSeparator() == '.' ? "\\." : "[" + signs.getGroupingSeparator() + "'’]";
        String plain = text.strip().replace('\u2212', '-').replaceAll("[\\s\\u00a0\\u202f]", "");
        if (plain.matches("-?\\d{1,15}(" + decimal + "\\d{1,6})?")) {
            return Optional.of(new BigDecimal(plain.replace(signs.getDecimalSeparator(), '.')));
        }
        if (plain.matches("-?\\d{1,3}(" + group + "\\d{3}){1,4}(" + decimal + "\\d{1,6})?")) {
            return Optional.of(new BigDecimal(plain.replaceAll(group, "").replace(signs.getDecimalSeparator(), '.')));
        }
        boolean pointIsClear = plain.matches("-?\\d{1,15}\\.(\\d{1,2}|\\d{4,6})");
        return pointIsClear ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
