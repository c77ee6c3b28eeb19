package io.quittance.order;

import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A line of the list of orders.
 *
 * @param channel   name of the account
 * @param reference the channel's name of it; empty when it gave none or could not be understood
 * @param gross     what it comes to; empty when nobody knows
 * @param orderedOn as the channel says, or the day it came
 * @param findings  what its newest judgement found
 */
public record OrderRow(OrderId id, ChannelId account, String channel, ChannelKind kind, String reference, String buyer,
        Optional<Money> gross, OrderState state, LocalDate orderedOn, Instant receivedAt, Optional<InvoiceId> invoice,
        List<Finding> findings) {

    public OrderRow {
        findings = List.copyOf(findings);
    }

    /** The rules that keep it from being accepted, each once. */
    public List<RuleKind> broken() {
        return findings.stream().filter(finding -> finding.severity() != Severity.WARN).map(Finding::rule).distinct().toList();
    }
}
