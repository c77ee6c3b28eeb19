package io.quittance.web.order;

import io.quittance.order.Finding;
import io.quittance.order.RuleKind;
import io.quittance.web.language.Language;
import io.quittance.web.language.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What rules found, in words. */
@Named("findings")
@RequestScoped
public class FindingTexts {

    @Inject
    Language language;

    @Inject
    Texts texts;

    /** What to do about it. */
    public String remedy(Finding finding) {
        return finding.fault().remedy(language.getLocale());
    }

    /** The rules' names, each once. */
    public List<String> names(List<RuleKind> rules) {
        return rules.stream().map(rule -> texts.word("order.rule", rule)).toList();
    }
}
