package io.quittance.order;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders to list.
 *
 * @param text   reference or buyer begins with it, or the whole reference; empty for all
 * @param states empty for all
 * @param rule   only those whose newest judgement says that they break it
 */
public record OrderFilter(String text, Set<OrderState> states, Optional<ChannelId> channel, Optional<RuleKind> rule) {

    public static final OrderFilter ALL = new OrderFilter("", Set.of(), Optional.empty(), Optional.empty());

    /** What waits for a person. */
    public static final OrderFilter DEAD_LETTERS = ALL.with(EnumSet.of(OrderState.HELD, OrderState.REJECTED, OrderState.DEAD));

    public OrderFilter {
        text = text == null ? "" : text.strip();
        states = Set.copyOf(states);
    }

    public OrderFilter with(Set<OrderState> wanted) {
        return new OrderFilter(text, wanted, channel, rule);
    }
}
