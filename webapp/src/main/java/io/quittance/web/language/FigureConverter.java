package io.quittance.web.language;

import io.quittance.spi.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;

import java.math.BigDecimal;

/** Decimal figures in inputs. */
@Dependent
@FacesConverter(value = "figure", managed = true)
public class FigureConverter implements Converter<BigDecimal> {

    /** Amounts come with the decimals of their currency, and keep them; what is longer is a quantity as it is stored. */
    private static final int MONEY_SCALE = 3;

    @Inject
    Language language;

    @Inject
    Format format;

    @Inject
    Texts texts;

    @Override
    public BigDecimal getAsObject(FacesContext faces, UIComponent component, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Figures.read(text, language.getRegional()).orElseThrow(() -> {
            String example = format.figure(Money.ofMinor(123_450, "EUR"));
            return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of("error.figure", example), null));
        });
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, BigDecimal number) {
        return number != null && number.scale() > 0 && number.scale() <= MONEY_SCALE ? format.fixed(number) : format.decimal(number);
    }
}
