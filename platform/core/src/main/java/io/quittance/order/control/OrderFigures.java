package io.quittance.order.control;

import io.quittance.Currencies;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.OrderLine;
import io.quittance.spi.money.Money;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What an order comes to. */
public final class OrderFigures {

    private OrderFigures() {
    }

    /** What is at stake: as stated, else as the lines make it; empty when neither tells. */
    public static Optional<Money> gross(CanonicalOrder order) {
        return Currencies.find(order.currency()).flatMap(currency -> stated(order, currency).or(() -> computed(order, currency)));
    }

    private static Optional<Money> stated(CanonicalOrder order, Currency currency) {
        try {
            return order.stated().gross().map(gross -> Money.of(gross, currency, RoundingMode.HALF_UP));
        } catch (ArithmeticException beyondLong) {
            return Optional.empty();
        }
    }

    private static Optional<Money> computed(CanonicalOrder order, Currency currency) {
        boolean complete = !order.lines().isEmpty()
                && order.lines().stream().allMatch(line -> line.unitPrice().isPresent() && line.tax().isPresent());
        if (!complete) {
            return Optional.empty();
        }
        try {
            List<LineInput> lines = order.lines().stream().map(OrderFigures::input).toList();
            return Optional.of(InvoiceTotals.of(lines, currency, order.prices()).gross());
        } catch (ArithmeticException beyondLong) {
            return Optional.empty();
        }
    }

    private static LineInput input(OrderLine line) {
        return new LineInput(line.description(), line.quantity(), line.unit(), line.unitPrice().orElseThrow(), line.discountPercent(),
                line.tax().orElseThrow());
    }
}
