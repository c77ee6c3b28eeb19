package io.quittance.statement.control;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads amounts as files write them; never guesses between two readings. */
public final class Amounts {

    private static final int LONGEST = 60;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 6;
    private static final int USUAL_EXPONENT = 2;
    /** Those with minor units: not gold, not test codes. */
    private static final Map<String, Currency> MONEY = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern POINT = Pattern.compile("[0-9]*\\.?[0-9]*");
    private static final Pattern COMMA = Pattern.compile("[0-9]*,?[0-9]*");
    /** Groups of three, then the other sign as decimal sign: unmistakable. */
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+\\.[0-9]+|[0-9]{1,3}(,[0-9]{3}){2,}");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(\\.[0-9]{3}){2,}");

    private Amounts() {
    }

    /**
     * A decimal with a point or a comma and perhaps a sign in front or behind; grouped thousands only where no other
     * reading exists. Empty when it is none, or has more than 18 digits or 6 decimals.
     */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = text.replaceAll("[\\s'’\u00A0\u202F]", "").replace('\u2212', '-');
        boolean negative = plain.startsWith("-") || plain.endsWith("-");
        String digits = plain.replaceFirst("^[+-]", "").replaceFirst("[+-]$", "");
        String decimal;
        if (POINT.matcher(digits).matches()) {
            decimal = digits;
        } else if (COMMA.matcher(digits).matches()) {
            decimal = digits.replace(',', '.');
        } else if (GROUPED_BY_COMMA.matcher(digits).matches()) {
            decimal = digits.replace(",", "");
        } else if (GROUPED_BY_POINT.matcher(digits).matches()) {
            decimal = digits.replace(".", "").replace(',', '.');
        } else {
            return Optional.empty();
        }
        return decimal(decimal).map(amount -> negative ? amount.negate() : amount);
    }

    /** Whole digits, the last {@code exponent} of which are decimals. */
    public static Optional<BigDecimal> implied(String digits, int exponent) {
        return !DIGITS.matcher(digits).matches() || digits.length() > MOST_DIGITS ? Optional.empty()
                : Optional.of(new BigDecimal(digits).movePointLeft(exponent));
    }

    /** The amount with the currency's decimals, and more only where it has more. */
    public static BigDecimal inCurrency(BigDecimal amount, String currency) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.setScale(Math.max(exponent(currency), Math.max(0, bare.scale())));
    }

    /** Decimals of the currency by ISO 4217; 2 when it is none that is known. */
    public static int exponent(String currency) {
        return currency(currency).map(Currency::getDefaultFractionDigits).orElse(USUAL_EXPONENT);
    }

    /** The currency, when ISO 4217 knows it as money. */
    public static Optional<Currency> currency(String code) {
        return Optional.ofNullable(MONEY.get(code.strip().toUpperCase(Locale.ROOT)));
    }

    private static Optional<BigDecimal> decimal(String text) {
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        int digits = text.length() - (point < 0 ? 0 : 1);
        return digits == 0 || digits > MOST_DIGITS || decimals > MOST_DECIMALS ? Optional.empty()
                : Optional.of(new BigDecimal((point == 0 ? "0" : "") + (point == text.length() - 1 ? text + "0" : text)));
    }
}
