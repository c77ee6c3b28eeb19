package io.quittance.order.entity;

import io.quittance.order.ChannelId;
import io.quittance.order.Finding;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.spi.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What became of an order when it was judged.
 *
 * @param first    whether it is the order's first
 * @param revision of the document that was judged
 */
public record Judgement(OrderId order, ChannelId channel, boolean first, int revision, OrderState result, Optional<Money> gross,
        List<Finding> findings) {

    public Judgement {
        findings = List.copyOf(findings);
    }
}
