package io.quittance.order;

import io.quittance.Score;
import io.quittance.spi.money.Money;
import java.util.List;

/**
 * How often a rule spoke at the first judgements of a channel's orders.
 *
 * @param rejected     orders that it refused
 * @param held         orders that it held back
 * @param warned       orders beside which it stands as a warning
 * @param share        of those refused and held among all that were judged
 * @param money        what the refused and held ones come to, one sum for each currency
 * @param acceptedLater of the refused and held ones those that were accepted since: the rule was too strict, or the order was mended
 */
public record RuleRate(RuleKind rule, long rejected, long held, long warned, Score share, List<Money> money, long acceptedLater) {

    public RuleRate {
        money = List.copyOf(money);
    }
}
