package io.quittance.order;

import io.quittance.Score;
import io.quittance.spi.money.Money;
import java.util.List;

/**
 * What became of a channel's orders at their first judgement.
 *
 * @param judged   all of them
 * @param share    of those refused and held among them
 * @param money    what the refused and held ones come to, one sum for each currency
 * @param rules    those that spoke, the most refusals first
 */
public record ChannelRate(ChannelId channel, String name, ChannelKind kind, long judged, long accepted, long held, long rejected,
        Score share, List<Money> money, List<RuleRate> rules) {

    public ChannelRate {
        money = List.copyOf(money);
        rules = List.copyOf(rules);
    }
}
