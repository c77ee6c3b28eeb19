package io.quittance.plugins.b1;

import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.order.OrderPage;
import io.quittance.spi.order.SourceOrder;
import io.quittance.spi.order.SourceOrder.Buyer;
import io.quittance.spi.order.SourceOrder.Line;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads sales orders. They are asked for by the day of their last change, which is all that the Service Layer can be asked by: so the
 * cursor is a day and how many of that day were read, and a day's orders are told again until a later day comes.
 */
final class Orders {

    static final int PAGE = 50;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String CANCELLED = "tYES";

    private final ServiceLayer layer;
    private final Map<String, Buyer> buyers = new HashMap<>();

    Orders(ServiceLayer layer) {
        this.layer = layer;
    }

    /** A day and how many orders of it and after were read. */
    private record Place(LocalDate day, int read) {

        private static Place of(Optional<String> cursor, LocalDate since) throws Unreadable {
            try {
                String[] parts = cursor.orElse(since + "/0").split("/");
                return new Place(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]));
            } catch (DateTimeException | ArrayIndexOutOfBoundsException | NumberFormatException foreign) {
                throw new Unreadable("the cursor is none of ours");
            }
        }

        @Override
        public String toString() {
            return day + "/" + read;
        }
    }

    OrderPage page(Optional<String> cursor, LocalDate since) throws B1Stop, Unreadable {
        Place place = Place.of(cursor, since);
        Reading answer = layer.get("Orders?$filter=" + Query.part("UpdateDate ge '" + place.day() + "'") + "&$orderby="
            + Query.part("UpdateDate asc,DocEntry asc") + "&$top=" + PAGE + "&$skip=" + place.read());
        List<SourceOrder> orders = new ArrayList<>();
        LocalDate last = place.day();
        for (Reading document : answer.list("value")) {
            orders.add(order(document));
            last = day(document, "UpdateDate").filter(later(last)).orElse(last);
        }
        boolean more = orders.size() >= PAGE || answer.find("odata.nextLink").isPresent() && !orders.isEmpty();
        Place next = more ? new Place(place.day(), place.read() + orders.size()) : new Place(last, 0);
        return new OrderPage(orders, next.toString(), more);
    }

    private static Predicate<LocalDate> later(LocalDate before) {
        return day -> day.isAfter(before);
    }

    private SourceOrder order(Reading document) throws B1Stop, Unreadable {
        boolean foreign = document.findPrecise("DocTotalFc").filter(total -> total.signum() != 0).isPresent();
        BigDecimal discount = document.findPrecise("DiscountPercent").orElse(BigDecimal.ZERO);
        List<Line> lines = new ArrayList<>();
        for (Reading line : document.findList("DocumentLines")) {
            lines.add(line(line, discount));
        }
        for (Reading expense : document.findList("DocumentAdditionalExpenses")) {
            Optional<BigDecimal> amount = expense.findPrecise("LineTotal").filter(total -> total.signum() != 0);
            if (amount.isPresent()) {
                lines.add(new Line("", expense.find("Remarks").orElse("Freight"), BigDecimal.ONE, "", amount, BigDecimal.ZERO,
                    expense.findPrecise("TaxPercent")));
            }
        }
        return new SourceOrder(String.valueOf(document.number("DocEntry")), buyer(document), document.text("DocCurrency"),
            day(document, "DocDate"), Optional.empty(), document.find("NumAtCard").orElse(""), document.find("Comments").orElse(""), false,
            lines, document.findPrecise(foreign ? "VatSumFc" : "VatSum"), document.findPrecise(foreign ? "DocTotalFc" : "DocTotal"),
            document.find("Cancelled").filter(CANCELLED::equals).isPresent());
    }

    /** The document's discount is taken off each line, on top of its own; a line of a service has an amount and no quantity. */
    private static Line line(Reading line, BigDecimal discount) {
        Optional<BigDecimal> quantity = line.findPrecise("Quantity").filter(number -> number.signum() != 0);
        Optional<BigDecimal> price = line.findPrecise("UnitPrice").filter(number -> quantity.isPresent());
        BigDecimal own = price.isPresent() ? line.findPrecise("DiscountPercent").orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
        BigDecimal both = own.add(discount).subtract(own.multiply(discount).divide(HUNDRED));
        return new Line(line.find("ItemCode").orElse(""), line.find("ItemDescription").orElse(""), quantity.orElse(BigDecimal.ONE),
            line.find("MeasureUnit").orElse(""), price.or(() -> line.findPrecise("LineTotal")), both,
            line.findPrecise("TaxPercentagePerRow"));
    }

    private Buyer buyer(Reading document) throws B1Stop, Unreadable {
        String code = document.text("CardCode");
        Buyer known = buyers.get(code);
        if (known == null) {
            known = partner(code, document.find("CardName").orElse(""));
            buyers.put(code, known);
        }
        return known;
    }

    private Buyer partner(String code, String name) throws B1Stop, Unreadable {
        try {
            Reading partner = layer.get("BusinessPartners('" + Query.part(code.replace("'", "''")) + "')");
            return new Buyer(code, partner.find("CardName").orElse(name), partner.find("EmailAddress").orElse(""),
                partner.find("FederalTaxID").orElse(""), true, partner.find("Address").orElse(""), partner.find("ZipCode").orElse(""),
                partner.find("City").orElse(""), partner.find("Country").orElse(""));
        } catch (B1Stop stop) {
            if (stop.isGone()) {
                return new Buyer(code, name, "", "", true, "", "", "", "");
            }
            throw stop;
        }
    }

    /** {@code 2026-11-22} or {@code 2026-11-22T00:00:00Z}: a civil day either way. */
    private static Optional<LocalDate> day(Reading from, String field) throws Unreadable {
        Optional<String> text = from.find(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.get().substring(0, Math.min(10, text.get().length()))));
        } catch (DateTimeException noDay) {
            throw new Unreadable("field " + field + " is no day");
        }
    }
}
