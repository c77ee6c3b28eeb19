package io.quittance;

import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Figures and dates as a person writes them in their language. Exact: nothing is rounded for display. */
public final class LocalText {

    private LocalText() {
    }

    /** For example {@code 1.234,50 €} in German, {@code €1,234.50} in English. */
    public static String money(Money money, Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(money.currency());
        int digits = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.toDecimal());
    }

    /** The amount alone, for columns whose heading names the currency. */
    public static String amount(Money money, Locale language) {
        int digits = money.currency().getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.toDecimal());
    }

    /** With every decimal it has and no more, at least as many as asked for. */
    public static String number(BigDecimal number, int atLeast, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(atLeast);
        format.setMaximumFractionDigits(Math.max(atLeast, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    /** For example {@code 21. November 2026}. */
    public static String date(LocalDate date, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(date);
    }
}
