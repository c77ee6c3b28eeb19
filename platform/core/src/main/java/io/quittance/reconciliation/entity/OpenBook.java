package io.quittance.reconciliation.entity;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.reconciliation.MatchProposal.Share;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is still open, found by name, by customer and by amount. What a line pays is no longer there for the next one. */
final class OpenBook {

    private final Map<ClaimId, OpenItem> items = new HashMap<>();
    private final Map<String, List<ClaimId>> names = new HashMap<>();
    private final Map<CustomerId, TreeSet<OpenItem>> customers = new HashMap<>();
    private final Map<Money, Set<ClaimId>> amounts = new HashMap<>();
    private final Map<Money, Integer> counts;
    private long size;

    /** @param open all that could be meant, be it all there is or not */
    OpenBook(Collection<OpenItem> open, Census census) {
        this.size = census.items();
        this.counts = new HashMap<>(census.counts());
        for (OpenItem item : open) {
            for (String name : item.names()) {
                String key = Wording.reference(name);
                if (!key.isEmpty()) {
                    names.computeIfAbsent(key, unknown -> new ArrayList<>(1)).add(item.claim());
                }
            }
            enter(item);
        }
    }

    long size() {
        return Math.max(1, size);
    }

    /** Items by the whole reference under which they are named, those of one name oldest first. */
    Map<String, List<OpenItem>> named(Set<String> references) {
        Map<String, List<OpenItem>> found = new LinkedHashMap<>();
        for (String reference : references) {
            List<OpenItem> meant = names.getOrDefault(reference, List.of()).stream().distinct().map(items::get).filter(item -> item != null)
                    .sorted(OpenItem.OLDEST_FIRST).toList();
            if (!meant.isEmpty()) {
                found.put(reference, meant);
            }
        }
        return found;
    }

    /** Oldest first. */
    List<OpenItem> of(CustomerId customer, Money like) {
        return customers.getOrDefault(customer, new TreeSet<>(OpenItem.OLDEST_FIRST)).stream()
                .filter(item -> item.open().currency().equals(like.currency())).toList();
    }

    /** How many items this amount would settle. */
    int countOf(Money amount) {
        return Math.max(amounts.getOrDefault(amount, Set.of()).size(), counts.getOrDefault(amount, 0));
    }

    List<OpenItem> of(Money amount) {
        return amounts.getOrDefault(amount, Set.of()).stream().map(items::get).sorted(OpenItem.OLDEST_FIRST).toList();
    }

    void pay(Share share) {
        OpenItem before = items.remove(share.claim());
        customers.get(before.customer()).remove(before);
        amounts.get(before.open()).remove(before.claim());
        counts.computeIfPresent(before.open(), (amount, count) -> Math.max(0, count - 1));
        OpenItem after = before.less(share.amount());
        if (after.open().isPositive()) {
            enter(after);
            counts.merge(after.open(), 1, Integer::sum);
        } else {
            size--;
        }
    }

    private void enter(OpenItem item) {
        items.put(item.claim(), item);
        customers.computeIfAbsent(item.customer(), unknown -> new TreeSet<>(OpenItem.OLDEST_FIRST)).add(item);
        amounts.computeIfAbsent(item.open(), unknown -> new LinkedHashSet<>()).add(item.claim());
    }
}
