package io.quittance.reconciliation.entity;

import io.quittance.spi.money.Money;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What movements say that open items can be looked for by.
 *
 * @param references every run of whole words that could be one, in capitals and figures
 * @param accounts   from which they came, in capitals and figures
 * @param names      of who sent them, as {@link io.quittance.customer.NameKey}s
 */
public record Leads(Set<String> references, Set<String> accounts, Set<String> names, Set<Money> amounts) {

    /** No number of an invoice is longer. */
    private static final int LONGEST_REFERENCE = 35;

    public Leads {
        references = Set.copyOf(references);
        accounts = Set.copyOf(accounts);
        names = Set.copyOf(names);
        amounts = Set.copyOf(amounts);
    }

    public static Leads of(Collection<Movement> movements) {
        Set<String> references = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<Money> amounts = new HashSet<>();
        for (Movement movement : movements) {
            Wording.references(movement.texts()).stream().filter(reference -> reference.length() <= LONGEST_REFERENCE)
                    .forEach(references::add);
            accounts.add(accountKey(movement.payerAccount()));
            names.add(nameKey(movement.payerName()));
            amounts.add(movement.amount());
        }
        accounts.remove("");
        names.remove("");
        return new Leads(references, accounts, names, amounts);
    }

    /** Capitals and figures only. */
    public static String accountKey(String account) {
        return Wording.reference(account);
    }

    /** Whoever is meant by the name. */
    public static String nameKey(String name) {
        return Wording.name(name);
    }
}
