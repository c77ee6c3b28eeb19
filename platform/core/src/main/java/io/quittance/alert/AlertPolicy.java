package io.quittance.alert;

import io.quittance.spi.money.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is told of what, above which amount and how.
 *
 * @param rules     one for each kind
 * @param mostMails an hour; what comes beyond is told by one mail at the end of the hour; 0 to 100
 */
public record AlertPolicy(Map<AlertKind, Rule> rules, int mostMails) {

    /** More than that in an hour nobody reads. */
    public static final int MOST_MAILS = 100;

    public AlertPolicy {
        Map<AlertKind, Rule> all = new EnumMap<>(AlertKind.class);
        for (AlertKind kind : AlertKind.values()) {
            all.put(kind, rules.getOrDefault(kind, Rule.STANDARD));
        }
        rules = Map.copyOf(all);
    }

    /** Until the tenant says otherwise: on the pages only, large payments from that amount on. */
    public static AlertPolicy standard(Money large) {
        return new AlertPolicy(Map.of(AlertKind.LARGE_PAYMENT,
                new Rule(true, false, Map.of(large.currency().getCurrencyCode(), large), List.of(), Set.of("owner"))), 5);
    }

    /**
     * How one kind is told.
     *
     * @param live      on the pages
     * @param mail      by e-mail
     * @param from      by currency, the smallest amount that is told; a large payment is told in these currencies only, any other
     *                  kind in all others at any amount
     * @param people    e-mail addresses
     * @param roles     base roles whose members are told
     */
    public record Rule(boolean live, boolean mail, Map<String, Money> from, List<String> people, Set<String> roles) {

        static final Rule STANDARD = new Rule(true, false, Map.of(), List.of(), Set.of("owner"));

        public Rule {
            from = Map.copyOf(from);
            people = List.copyOf(people);
            roles = Set.copyOf(roles);
        }

        /** Whether somebody is to be told of it. */
        public boolean wants(AlertKind kind, Money amount) {
            Money least = from.get(amount.currency().getCurrencyCode());
            boolean enough = least == null ? kind != AlertKind.LARGE_PAYMENT : amount.abs().compareTo(least) >= 0;
            return enough && (live || mail);
        }
    }

    public Rule of(AlertKind kind) {
        return rules.get(kind);
    }
}
