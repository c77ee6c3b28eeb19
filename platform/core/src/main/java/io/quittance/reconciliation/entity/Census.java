package io.quittance.reconciliation.entity;

import io.quittance.spi.money.Money;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How much there is to choose from, which says how much a coincidence proves: the items themselves need not be known for that.
 *
 * @param items  how many are open in all
 * @param counts how many of them each amount would settle; those that are not asked for may be missing
 */
public record Census(long items, Map<Money, Integer> counts) {

    public Census {
        counts = Map.copyOf(counts);
    }

    /** Of items that are all there are. */
    public static Census of(Collection<OpenItem> all) {
        Map<Money, Integer> counts = new HashMap<>();
        all.forEach(item -> counts.merge(item.open(), 1, Integer::sum));
        return new Census(all.size(), counts);
    }
}
