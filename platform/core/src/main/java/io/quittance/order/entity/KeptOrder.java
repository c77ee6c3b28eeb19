package io.quittance.order.entity;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.order.PayloadId;
import io.quittance.order.RuleKind;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the orders.
 *
 * @param reference  the channel's name of it; empty when it gave none or could not be understood
 * @param arrival    1 for what came first under the reference, more for other content under the same
 * @param revision   newest version of its document; 0 when it could not be understood
 * @param gross      what it comes to, as far as that is known
 * @param orderedOn  the day of the order, as the channel says, or the day it came
 * @param waived     rules that a person decided to pass over
 */
public record KeptOrder(OrderId id, ChannelId channel, PayloadId payload, String reference, int arrival, OrderState state, int revision,
        String buyer, Optional<Money> gross, LocalDate orderedOn, int attempts, Optional<CustomerId> customer,
        Optional<InvoiceId> invoice, Set<RuleKind> waived, Instant receivedAt, Optional<Instant> judgedAt, String closedNote) {

    public KeptOrder {
        waived = Set.copyOf(waived);
    }
}
