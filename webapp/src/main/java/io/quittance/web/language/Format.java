package io.quittance.web.language;

import io.quittance.Score;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Amounts, dates and instants as people of this region write them, in the tenant's zone. Empty for what is absent. */
@Named
@RequestScoped
public class Format {

    @Inject
    Language language;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    /** For example {@code €1,234.50} or {@code 1.234,50 €}. */
    public String money(Money amount) {
        if (amount == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(language.getRegional());
        format.setCurrency(amount.currency());
        return exact(format, amount);
    }

    /** The figure alone, for inputs and columns headed by their currency. */
    public String figure(Money amount) {
        return amount == null ? "" : exact(NumberFormat.getNumberInstance(language.getRegional()), amount);
    }

    /** With all the decimals that it has. */
    public String fixed(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(language.getRegional());
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    public String decimal(BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(language.getRegional());
        format.setMaximumFractionDigits(Math.max(number.scale(), 0));
        return format.format(number);
    }

    /** A price with at least its currency's decimals and no more than it has itself. */
    public String price(BigDecimal price, Money inCurrencyOf) {
        if (price == null) {
            return "";
        }
        int digits = inCurrencyOf.currency().getDefaultFractionDigits();
        NumberFormat format = NumberFormat.getNumberInstance(language.getRegional());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(Math.max(digits, price.stripTrailingZeros().scale()));
        return format.format(price);
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(language.getRegional()).format(number);
    }

    /** @param ratio 1 is 100 % */
    public String percent(BigDecimal ratio) {
        if (ratio == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(language.getRegional());
        format.setMaximumFractionDigits(1);
        return format.format(ratio);
    }

    /** With both decimals, since the last ones are what matters. */
    public String score(Score score) {
        NumberFormat format = NumberFormat.getPercentInstance(language.getRegional());
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(score.basisPoints(), 4));
    }

    /** Texts that belong together; expression language has no way to join them itself. */
    public String joined(List<String> texts) {
        return String.join(" · ", texts);
    }

    public String date(LocalDate day) {
        return day == null ? "" : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.getRegional()).format(day);
    }

    public String instant(Instant moment) {
        return moment == null ? "" : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.getRegional()).withZone(language.getZone()).format(moment);
    }

    /** For example {@code November 2026}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", language.getLocale()).format(month);
    }

    /** For example {@code Nov}. */
    public String shortMonth(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL", language.getLocale()).format(month);
    }

    /** How a due date lies to today, such as {@code due in 3 days} or {@code 12 days overdue}. */
    public String due(LocalDate day) {
        if (day == null) {
            return "";
        }
        long days = day.toEpochDay() - LocalDate.ofInstant(clock.instant(), language.getZone()).toEpochDay();
        return days == 0 ? texts.of("due.today") : days > 0 ? texts.of("due.in", days) : texts.of("due.over", -days);
    }

    public String country(String code) {
        return code == null || code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(language.getLocale());
    }

    public String currency(Currency currency) {
        return currency == null ? "" : currency.getCurrencyCode() + " – " + currency.getDisplayName(language.getLocale());
    }

    private static String exact(NumberFormat format, Money amount) {
        int digits = amount.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        if (format instanceof DecimalFormat decimal && amount.isNegative() && decimal.getNegativePrefix().startsWith("-")) {
            decimal.setNegativePrefix("−" + decimal.getNegativePrefix().substring(1));
        }
        return format.format(amount.toDecimal());
    }
}
