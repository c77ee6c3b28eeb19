package io.quittance.order;

import io.quittance.customer.PostalAddress;
import io.quittance.order.control.OrderJson;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Orders that tests need: two chairs at 50.00 and 19 %, 119.00 in all, unless they say otherwise. */
public record OrderSamples(CanonicalOrder order) {

    public static OrderSamples chairs(String reference) {
        return new OrderSamples(new CanonicalOrder(reference, Optional.empty(), buyer("Ada Buyer", "ada@example.com", ""), "EUR",
                Optional.of(LocalDate.parse("2026-11-20")), Optional.empty(), "", "", PriceMode.NET,
                List.of(line("", "Chair", "2", "50.00", "19")), stated("100.00", "19.00", "119.00"), List.of()));
    }

    public static OrderBuyer buyer(String name, String email, String number) {
        return new OrderBuyer(number, "", name, email, "", "en", false, new PostalAddress("High St 1", "", "10115", "Berlin", "", "DE"));
    }

    public static OrderLine line(String item, String description, String quantity, String price, String tax) {
        return new OrderLine(item, description, new BigDecimal(quantity), "", Optional.of(price).filter(text -> !text.isEmpty())
                .map(BigDecimal::new), BigDecimal.ZERO, tax.isEmpty() ? Optional.empty() : Optional.of(TaxRate.standard(tax)));
    }

    public static StatedTotals stated(String net, String tax, String gross) {
        return new StatedTotals(Optional.of(new BigDecimal(net)), Optional.of(new BigDecimal(tax)), Optional.of(new BigDecimal(gross)));
    }

    public OrderSamples by(OrderBuyer buyer) {
        return new OrderSamples(new CanonicalOrder(order.reference(), order.issued(), buyer, order.currency(), order.orderedOn(),
                order.dueDate(), order.buyerReference(), order.notes(), order.prices(), order.lines(), order.stated(), order.prepaid()));
    }

    public OrderSamples in(String currency) {
        return new OrderSamples(new CanonicalOrder(order.reference(), order.issued(), order.buyer(), currency, order.orderedOn(),
                order.dueDate(), order.buyerReference(), order.notes(), order.prices(), order.lines(), order.stated(), order.prepaid()));
    }

    public OrderSamples on(String day, String due) {
        return new OrderSamples(new CanonicalOrder(order.reference(), order.issued(), order.buyer(), order.currency(),
                Optional.of(LocalDate.parse(day)), Optional.of(due).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                order.buyerReference(), order.notes(), order.prices(), order.lines(), order.stated(), order.prepaid()));
    }

    public OrderSamples of(List<OrderLine> lines, StatedTotals stated) {
        return new OrderSamples(new CanonicalOrder(order.reference(), order.issued(), order.buyer(), order.currency(), order.orderedOn(),
                order.dueDate(), order.buyerReference(), order.notes(), order.prices(), lines, stated, order.prepaid()));
    }

    public OrderSamples referring(String buyerReference) {
        return new OrderSamples(new CanonicalOrder(order.reference(), order.issued(), order.buyer(), order.currency(), order.orderedOn(),
                order.dueDate(), buyerReference, order.notes(), order.prices(), order.lines(), order.stated(), order.prepaid()));
    }

    /** Issued elsewhere under that number. */
    public OrderSamples issued(String number, String on) {
        return new OrderSamples(new CanonicalOrder(order.reference(),
                Optional.of(new CanonicalOrder.IssuedElsewhere(number, LocalDate.parse(on), "", "")), order.buyer(), order.currency(),
                order.orderedOn(), order.dueDate(), order.buyerReference(), order.notes(), order.prices(), order.lines(), order.stated(),
                order.prepaid()));
    }

    public OrderSamples prepaid(String gateway, String amount) {
        return new OrderSamples(new CanonicalOrder(order.reference(), order.issued(), order.buyer(), order.currency(), order.orderedOn(),
                order.dueDate(), order.buyerReference(), order.notes(), order.prices(), order.lines(), order.stated(),
                List.of(new Prepayment(gateway, "ch_1", new BigDecimal(amount), Optional.of(Instant.parse("2026-11-20T10:00:00Z"))))));
    }

    public String json() {
        return OrderJson.write(order);
    }

    public Payload payload() {
        return new Payload("application/json", order.reference(), json().getBytes(StandardCharsets.UTF_8));
    }
}
