package io.quittance.imports;

import java.math.BigDecimal;
import java.util.Optional;

/** What separates the decimals of an amount. Grouping is refused: 1,234 is a thousand to some and a fraction to others. */
public enum DecimalSign {
    POINT('.'),
    COMMA(',');

    private static final String WHOLE = "[+-]?[0-9]{1,15}";

    private final char sign;
    private final String pattern;

    DecimalSign(char sign) {
        this.sign = sign;
        this.pattern = WHOLE + "(\\" + sign + "[0-9]{1,9})?";
    }

    /** The exact decimal; empty when the text is none. */
    public Optional<BigDecimal> read(String text) {
        if (!text.matches(pattern)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(sign, '.')));
    }
}
