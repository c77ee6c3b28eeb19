package io.quittance.order;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of a channel's account, or what is different for one customer there.
 *
 * @param rules each kind at most once, in the order of the kinds; what is not there is not asked
 * @param off   kinds that a customer is spared of; without meaning for an account
 */
public record RuleSet(List<OrderRule> rules, Set<RuleKind> off) {

    public static final RuleSet NONE = new RuleSet(List.of(), Set.of());

    /** @throws IllegalArgumentException when a kind stands twice */
    public RuleSet {
        Map<RuleKind, OrderRule> sorted = new EnumMap<>(RuleKind.class);
        for (OrderRule rule : rules == null ? List.<OrderRule>of() : rules) {
            if (sorted.put(rule.kind(), rule) != null) {
                throw new IllegalArgumentException("a rule stands once in a set, but there are two for " + rule.kind());
            }
        }
        rules = List.copyOf(sorted.values());
        off = off == null ? Set.of() : Set.copyOf(off);
    }

    public RuleSet(List<OrderRule> rules) {
        this(rules, Set.of());
    }

    public Optional<OrderRule> find(RuleKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).findFirst();
    }

    /** These rules as they are for a customer. @param own what is different for it */
    public RuleSet with(RuleSet own) {
        List<OrderRule> all = new ArrayList<>(own.rules());
        Set<RuleKind> taken = own.rules().stream().map(OrderRule::kind).collect(Collectors.toSet());
        rules.stream().filter(rule -> !taken.contains(rule.kind()) && !own.off().contains(rule.kind())).forEach(all::add);
        return new RuleSet(all);
    }

    /** The same with one rule in the place of the one of its kind. */
    public RuleSet with(OrderRule rule) {
        List<OrderRule> all = new ArrayList<>(rules);
        all.removeIf(other -> other.kind() == rule.kind());
        all.add(rule);
        return new RuleSet(all, off);
    }

    /** The same without the rule of that kind. */
    public RuleSet without(RuleKind kind) {
        return new RuleSet(rules.stream().filter(rule -> rule.kind() != kind).toList(), off);
    }
}
