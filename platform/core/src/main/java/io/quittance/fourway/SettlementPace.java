package io.quittance.fourway;

import java.util.Collection;
import java.util.List;

/**
 * How long a gateway's money took of late, in days: from the day of the payment until the day on which the payout that holds it
 * should be on the account.
 *
 * @param gateway  plugin id
 * @param payments so many were looked at; at least one
 * @param usual    half of them took no longer
 * @param longest  none took longer
 */
public record SettlementPace(String gateway, int payments, int usual, int longest) {

    /** @param days of each payment; at least one */
    public static SettlementPace of(String gateway, Collection<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        return new SettlementPace(gateway, sorted.size(), sorted.get((sorted.size() - 1) / 2), sorted.getLast());
    }
}
