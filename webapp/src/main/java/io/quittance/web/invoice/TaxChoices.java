package io.quittance.web.invoice;

import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.web.language.Choices.Choice;
import io.quittance.web.language.Format;
import io.quittance.web.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.util.List;

/** The taxes that a line can have. */
@Named("taxChoices")
@RequestScoped
public class TaxChoices {

    @Inject
    Texts texts;

    @Inject
    Format format;

    public List<Choice> getAll() {
        return rates().stream().map(rate -> new Choice(TaxKeys.key(rate), label(rate))).toList();
    }

    /** What a first line begins with. */
    String usual() {
        return TaxKeys.key(rates().getFirst());
    }

    private String label(TaxRate rate) {
        String category = texts.word("tax", rate.category());
        return rate.category() == TaxCategory.S ? format.decimal(rate.percent()) + " %" : category;
    }

    private List<TaxRate> rates() {
        return List.of(TaxRate.standard("19"), TaxRate.standard("7"), TaxRate.untaxed(TaxCategory.Z), TaxRate.untaxed(TaxCategory.E),
                TaxRate.untaxed(TaxCategory.AE));
    }
}
