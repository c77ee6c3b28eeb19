package io.quittance.order;

import java.math.BigDecimal;
import java.util.Optional;

/** What the channel says an order comes to, in its currency, as written; empty where it says nothing. */
public record StatedTotals(Optional<BigDecimal> net, Optional<BigDecimal> tax, Optional<BigDecimal> gross) {

    public static final StatedTotals NONE = new StatedTotals(Optional.empty(), Optional.empty(), Optional.empty());
}
