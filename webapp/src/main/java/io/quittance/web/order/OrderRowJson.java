package io.quittance.web.order;

import io.quittance.order.ChannelKind;
import io.quittance.order.Finding;
import io.quittance.order.OrderRow;
import io.quittance.order.OrderState;
import io.quittance.order.RuleKind;
import io.quittance.order.Severity;
import io.quittance.spi.money.Money;
import io.quittance.web.problem.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An order as a line of a list.
 *
 * @param gross   what it comes to; absent when nobody knows
 * @param invoice id of what it became; absent before
 */
public record OrderRowJson(String id, String channel, String channelName, ChannelKind kind, String reference, String buyer, Money gross,
        OrderState state, LocalDate orderedOn, Instant receivedAt, String invoice, List<FindingJson> findings) {

    /** A rule that an order breaks. */
    public record FindingJson(RuleKind rule, Severity severity, String field, String value, String remedy) {

        static FindingJson of(Finding finding, Locale language) {
            FieldError error = FieldError.of(finding.fault(), language);
            return new FindingJson(finding.rule(), finding.severity(), error.field(), error.value(), error.remedy());
        }
    }

    static OrderRowJson of(OrderRow row, Locale language) {
        return new OrderRowJson(row.id().toString(), row.account().toString(), row.channel(), row.kind(), row.reference(), row.buyer(),
                row.gross().orElse(null), row.state(), row.orderedOn(), row.receivedAt(),
                row.invoice().map(invoice -> invoice.toString()).orElse(null),
                row.findings().stream().map(finding -> FindingJson.of(finding, language)).toList());
    }
}
