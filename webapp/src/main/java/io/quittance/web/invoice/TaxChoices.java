package io.quittance.web.invoice;

import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRule;
import io.quittance.tax.boundary.TaxTable;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.language.Choices.Choice;
import io.quittance.web.language.Format;
import io.quittance.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The taxes that a line can have: what the tenant's country knows today. */
@Named("taxChoices")
@RequestScoped
public class TaxChoices {

    @Inject
    TaxTable table;

    @Inject
    CurrentTenant tenant;

    @Inject
    Language language;

    @Inject
    Format format;

    @Inject
    Clock clock;

    public List<Choice> getAll() {
        Map<String, Choice> choices = new LinkedHashMap<>();
        rules().forEach(rule -> choices.putIfAbsent(TaxKeys.key(rule.rate()), new Choice(TaxKeys.key(rule.rate()), label(rule))));
        return List.copyOf(choices.values());
    }

    /** What a first line begins with. */
    public String usual() {
        return TaxKeys.key(rules().getFirst().rate());
    }

    private String label(TaxRule rule) {
        String name = rule.name(language.getCode());
        return rule.rate().category() == TaxCategory.S ? format.decimal(rule.rate().percent()) + " % · " + name : name;
    }

    private List<TaxRule> rules() {
        return table.inForce(tenant.get().country(), tenant.get().today(clock));
    }
}
