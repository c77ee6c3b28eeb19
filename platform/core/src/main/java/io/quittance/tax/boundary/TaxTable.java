package io.quittance.tax.boundary;

import io.quittance.config.DataFiles;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rates of countries' laws, by day. Law, not data of a tenant: it needs no unit of work and no permission. */
@ApplicationScoped
public class TaxTable {

    private static final Set<String> KNOWN = Set.of("AT", "DE", "ES", "FR", "GB", "NL", "US");
    private static final String OTHERS = "default";

    @Inject
    DataFiles files;

    private final Map<String, List<TaxRule>> tables = new ConcurrentHashMap<>();

    /** The countries with a table of their own. */
    public Set<String> countries() {
        return KNOWN;
    }

    /** Everything in force on that day, in the order of the table. @param country ISO 3166-1 alpha-2 */
    public List<TaxRule> inForce(String country, LocalDate day) {
        return table(country).stream().filter(rule -> rule.inForceOn(day)).toList();
    }

    /** The rate under that code on that day. */
    public Optional<TaxRule> find(String country, String code, LocalDate day) {
        return inForce(country, day).stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** Why no tax is charged, in the words of that country's law; empty where tax is charged or nothing need be said. */
    public String reason(String country, TaxRate rate, LocalDate day, String language) {
        if (!rate.category().needsReason()) {
            return "";
        }
        return inForce(country, day).stream()
                .filter(rule -> rule.rate().category() == rate.category() && rule.reason() != null)
                // The general exemption is named last, after special ones: without more knowledge it is the right one.
                .reduce((first, later) -> rate.category() == TaxCategory.E ? later : first)
                .map(rule -> rule.reason().getOrDefault(language, rule.reason().get("en")))
                .orElse("");
    }

    private List<TaxRule> table(String country) {
        String name = KNOWN.contains(country) ? country : OTHERS;
        return tables.computeIfAbsent(name, file -> files.yaml("legal/tax/" + file + ".yaml", Table.class).rules());
    }

    /** The file's shape. */
    record Table(List<TaxRule> rules) {
    }
}
