package io.quittance.order.control;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.CreditStanding;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.boundary.DraftDefaults;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.OrderState;
import io.quittance.order.entity.KeptOrder;
import io.quittance.order.entity.OrderFacts;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxRule;
import io.quittance.tax.boundary.TaxTable;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what rules ask about an order. Changes nothing. */
@ApplicationScoped
public class OrderFactFinder {

    /** Farther apart nobody's rule looks. */
    private static final int TWIN_DAYS = 365;
    private static final int MOST_TWINS = 20;

    @Inject
    BuyerFinder buyers;
    @Inject
    OrderLines lines;
    @Inject
    OrderRows orders;
    @Inject
    DraftDefaults defaults;
    @Inject
    TaxTable taxes;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** An order with all that is known about it. */
    record Case(ChannelAccount account, KeptOrder row, CanonicalOrder order, BuyerFinder.Found buyer, OrderLines.Filled filled,
            OrderFacts facts) {
    }

    /** As of now. */
    Case look(ChannelAccount account, KeptOrder row, CanonicalOrder order) {
        return look(account, row, order, LocalDate.ofInstant(clock.instant(), account.settings().zone()), false);
    }

    /**
     * As of the day it came, with those orders for twins that came before. What the customer owes is known as of now only: for an
     * order that was accepted it would count its own invoice, so its credit is left out.
     */
    Case lookBack(ChannelAccount account, KeptOrder row, CanonicalOrder order, LocalDate came) {
        return look(account, row, order, came, true);
    }

    private Case look(ChannelAccount account, KeptOrder row, CanonicalOrder order, LocalDate today, boolean back) {
        BuyerFinder.Found buyer = buyers.find(account.id(), order.buyer());
        Optional<CustomerId> customer = buyer.customer().map(Customer::id);
        OrderLines.Filled filled = lines.fill(order, customer);
        Optional<Money> gross = filled.totals().map(InvoiceTotals::gross).or(() -> OrderFigures.gross(order));
        boolean owes = customer.isPresent() && gross.isPresent() && !(back && row.state() == OrderState.ACCEPTED);
        Optional<CreditStanding> credit = owes ? defaults.credit(customer.get(), gross.get()) : Optional.empty();
        OrderFacts facts = new OrderFacts(today, tenant.get().currency().getCurrencyCode(), buyer.customer(), buyer.names(),
                filled.knownItems(), rates(order, row.orderedOn()), filled.totals(), twins(row, customer, back), credit);
        return new Case(account, row, order, buyer, filled, facts);
    }

    private List<TaxRate> rates(CanonicalOrder order, LocalDate day) {
        Tenant home = tenant.get();
        return Stream.of(home.country(), order.buyer().address().country()).filter(country -> !country.isBlank()).distinct()
                .flatMap(country -> taxes.inForce(country, day).stream()).map(TaxRule::rate).distinct().toList();
    }

    private List<OrderFacts.Twin> twins(KeptOrder row, Optional<CustomerId> customer, boolean before) {
        if (customer.isEmpty() || row.gross().isEmpty()) {
            return List.of();
        }
        Money gross = row.gross().get();
        return orders.select("customer_id = ? AND ordered_on BETWEEN ? AND ? AND gross_minor = ? AND currency = ? AND id "
                + (before ? "<" : "<>") + " ? AND state IN ('ACCEPTED', 'HELD') ORDER BY id DESC LIMIT " + MOST_TWINS,
                customer.get().value(), row.orderedOn().minusDays(TWIN_DAYS), row.orderedOn().plusDays(TWIN_DAYS), gross.minorUnits(),
                gross.currency().getCurrencyCode(), row.id().value()).stream()
                .map(twin -> new OrderFacts.Twin(twin.reference().isEmpty() ? twin.id().toString() : twin.reference(),
                        Math.toIntExact(Math.abs(ChronoUnit.DAYS.between(twin.orderedOn(), row.orderedOn()))))).toList();
    }
}
