package io.quittance.ledger;

import java.util.Locale;
import java.util.Map;

/**
 * An account of the tenant's chart.
 *
 * @param names by language, always with English
 */
public record LedgerAccount(String code, AccountRole role, Map<String, String> names) {

    public LedgerAccount {
        names = Map.copyOf(names);
        if (!names.containsKey("en")) {
            throw new IllegalArgumentException("account " + code + " needs an English name");
        }
    }

    public AccountKind kind() {
        return role.kind();
    }

    public String name(Locale language) {
        return names.getOrDefault(language.getLanguage(), names.get("en"));
    }
}
