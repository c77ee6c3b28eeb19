package io.quittance.reconciliation.entity;

import io.quittance.customer.CustomerId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Who pays from which account and under which name, from what was matched before and from what customers are called. */
public final class Payers {

    private final Map<String, Set<CustomerId>> accounts = new HashMap<>();
    private final Map<String, Set<CustomerId>> names = new HashMap<>();
    private final Set<CustomerId> all = new LinkedHashSet<>();
    private final long stated;

    /** Where all of them will be named. */
    public Payers() {
        this(0);
    }

    /** @param stated how many there are, where only those that are asked for will be named */
    public Payers(long stated) {
        this.stated = stated;
    }

    /** This account paid for this customer, and a person or a sure match said so. */
    public void pays(String account, CustomerId customer) {
        all.add(customer);
        String key = Wording.reference(account);
        if (!key.isEmpty()) {
            accounts.computeIfAbsent(key, unknown -> new LinkedHashSet<>()).add(customer);
        }
    }

    /** This customer is called so, or paid under this name. */
    public void isCalled(String name, CustomerId customer) {
        all.add(customer);
        String key = Wording.name(name);
        if (!key.isEmpty()) {
            names.computeIfAbsent(key, unknown -> new LinkedHashSet<>()).add(customer);
        }
    }

    Set<CustomerId> payingFrom(String account) {
        return accounts.getOrDefault(Wording.reference(account), Set.of());
    }

    Set<CustomerId> called(String name) {
        return names.getOrDefault(Wording.name(name), Set.of());
    }

    long count() {
        return Math.max(Math.max(1, stated), all.size());
    }
}
