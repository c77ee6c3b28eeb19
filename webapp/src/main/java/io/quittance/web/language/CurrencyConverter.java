package io.quittance.web.language;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;

import java.util.Currency;

/** Currencies by their ISO 4217 code. */
@Dependent
@FacesConverter(value = "currency", managed = true)
public class CurrencyConverter implements Converter<Currency> {

    @Inject
    Texts texts;

    @Override
    public Currency getAsObject(FacesContext faces, UIComponent component, String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException unknown) {
            throw new ConverterException(
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of("error.currency"), null), unknown);
        }
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Currency currency) {
        return currency == null ? "" : currency.getCurrencyCode();
    }
}
