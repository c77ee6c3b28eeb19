package io.quittance.web.language;

import io.quittance.tax.PriceMode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What forms offer to choose from, by name in the reader's language. */
@Named
@RequestScoped
public class Choices {

    /** Those most businesses bill in; first in every list of currencies. */
    private static final List<String> COMMON = List.of("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY", "CAD", "AUD");

    @Inject
    Language language;

    /** @param value what is stored; {@code label} is what is shown */
    public record Choice(String value, String label) {

        public String getValue() {
            return value;
        }

        public String getLabel() {
            return label;
        }
    }

    public List<Currency> getCurrencies() {
        return COMMON.stream().map(Currency::getInstance).toList();
    }

    /** Every currency that can be invoiced, the common ones first. */
    public List<Currency> getAllCurrencies() {
        Stream<Currency> others = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0 && !COMMON.contains(currency.getCurrencyCode()))
                .sorted(Comparator.comparing(Currency::getCurrencyCode));
        return Stream.concat(getCurrencies().stream(), others).toList();
    }

    /** What prices may be; the words are {@code prices.NET} and {@code prices.GROSS}. */
    public List<PriceMode> getPriceModes() {
        return List.of(PriceMode.values());
    }

    public List<Choice> getCountries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, Locale.of("", code).getDisplayCountry(language.getLocale())))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(language.getLocale())))
                .toList();
    }

    /** Zones as region/city, without the aliases of old. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted().toList();
    }

    /** A language by its code, in the reader's own language. */
    public String languageName(String code) {
        return Locale.of(code).getDisplayLanguage(language.getLocale());
    }

    public List<Choice> getLanguages() {
        return Language.SPOKEN.entrySet().stream().sorted(Map.Entry.comparingByValue())
                .map(entry -> new Choice(entry.getKey(), entry.getValue())).toList();
    }
}
