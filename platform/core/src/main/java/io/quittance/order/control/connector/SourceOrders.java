package io.quittance.order.control.connector;

import io.quittance.customer.PostalAddress;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.OrderBuyer;
import io.quittance.order.OrderLine;
import io.quittance.order.Payload;
import io.quittance.order.StatedTotals;
import io.quittance.order.control.OrderJson;
import io.quittance.spi.order.SourceOrder;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connected system's orders in our own shape, as bytes that can be kept and read again. */
final class SourceOrders {

    static final String STANDS = "application/vnd.quittance.order+json";
    static final String WITHDRAWN = "application/vnd.quittance.withdrawn-order+json";

    private SourceOrders() {
    }

    static Payload payload(SourceOrder order) {
        String json = OrderJson.write(canonical(order));
        // A list of one: the same bytes as before would count as the same news.
        return order.withdrawn() ? new Payload(WITHDRAWN, order.id(), ("[" + json + "]").getBytes(StandardCharsets.UTF_8))
                : new Payload(STANDS, order.id(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static CanonicalOrder canonical(SourceOrder order) {
        SourceOrder.Buyer buyer = order.buyer();
        OrderBuyer said = new OrderBuyer("", buyer.id(), buyer.name(), buyer.email(), buyer.taxId(), "", buyer.business(),
                new PostalAddress(buyer.street(), "", buyer.postcode(), buyer.city(), "", buyer.country()));
        List<OrderLine> lines = order.lines().stream().map(line -> new OrderLine(line.item(), line.description(), line.quantity(),
                line.unit(), line.unitPrice(), line.discountPercent(), line.taxPercent().flatMap(SourceOrders::tax))).toList();
        return new CanonicalOrder(order.id(), Optional.empty(), said, order.currency().toUpperCase(Locale.ROOT), order.orderedOn(),
                order.dueDate(), order.buyerReference(), order.notes(), order.gross() ? PriceMode.GROSS : PriceMode.NET, lines,
                new StatedTotals(Optional.empty(), order.tax(), order.total()), List.of());
    }

    /** Why nothing is taxed the system does not say, so neither do we. */
    private static Optional<TaxRate> tax(BigDecimal percent) {
        return TaxRate.fits(TaxCategory.S, percent) ? Optional.of(new TaxRate(TaxCategory.S, percent)) : Optional.empty();
    }
}
