package io.quittance;

import java.util.Currency;
import java.util.Optional;

/** Money that people pay with. */
public final class Currencies {

    private Currencies() {
    }

    /** The currency of an ISO 4217 code; empty for unknown ones, and for metals, funds and test codes, which have no minor unit. */
    public static Optional<Currency> find(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0)
                .findFirst();
    }
}
