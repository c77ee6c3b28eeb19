package io.quittance.credit.entity;

import io.quittance.Fault;
import io.quittance.credit.CategoryCredit;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditRoom;
import io.quittance.credit.LineCredit;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.spi.money.Money;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The amounts of a credit note. Pure: the same wish and the same room have the same answer.
 *
 * <p>Tax is computed per category and rate on the credited net amount and rounded once, as on an invoice (EN 16931, BR-CO-17).
 * Several such roundings need not sum to the invoice's own. So a note's tax may differ from its own rounding by one minor
 * unit where otherwise the rest could not be credited without such a difference any more; whoever credits the last of a
 * category credits the last of its tax, and all notes of an invoice sum to it exactly. A note of an invoice with gross prices
 * has gross prices too where these sum to its own total, as when the invoice is credited whole; otherwise it is stated in net.
 */
public final class CreditCalculation {

    private final CreditOrder order;
    private final CreditRoom room;
    private final Currency currency;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /** @param position of the invoice's line; 0 for an amount of a category */
    private record Part(int position, InvoiceLine line) {
    }

    /**
     * What comes out.
     *
     * @param totals    of the credit note; meaningless where there are faults
     * @param positions of the invoice's line behind each line of the note; 0 for an amount of a category
     */
    public record Result(List<Fault> faults, InvoiceTotals totals, List<Integer> positions) {

        public Result {
            faults = List.copyOf(faults);
            positions = List.copyOf(positions);
        }
    }

    private CreditCalculation(CreditOrder order, CreditRoom room, Currency currency) {
        this.order = order;
        this.room = room;
        this.currency = currency;
    }

    public static Result of(CreditOrder order, CreditRoom room, Currency currency) {
        return new CreditCalculation(order, room, currency).result();
    }

    private Result result() {
        switch (order.scope()) {
            case WHOLE -> room.categories().forEach(this::rest);
            case LINES -> lines();
            case CATEGORIES -> categories();
        }
        List<TaxTotal> taxes = taxes();
        Money net = parts.stream().map(part -> part.line().net()).reduce(Money.zero(currency), Money::plus);
        Money tax = taxes.stream().map(TaxTotal::tax).reduce(Money.zero(currency), Money::plus);
        Money rounding = last(taxes) ? room.rounding().orElse(Money.zero(currency)) : Money.zero(currency);
        Money gross = net.plus(tax).plus(rounding);
        if (faults.isEmpty() && !gross.isPositive()) {
            faults.add(Fault.of("amount", gross, "correction.nothing"));
        }
        boolean asPromised = room.prices() == PriceMode.GROSS && inGross().equals(Optional.of(gross));
        List<InvoiceLine> lines = parts.stream().map(part -> asPromised || room.prices() == PriceMode.NET ? part.line()
                : single(part.line().position(), part.line().description(), part.line().tax(), part.line().net())).toList();
        return new Result(faults, new InvoiceTotals(lines, taxes, net, tax, gross, asPromised ? PriceMode.GROSS : PriceMode.NET, rounding),
                parts.stream().map(Part::position).toList());
    }

    /** Is nothing left to be credited after this? The rounding amount of gross prices goes then, since no category has it. */
    private boolean last(List<TaxTotal> taxes) {
        return room.categories().stream().allMatch(left -> left.net().isZero() && left.tax().isZero()
                || taxes.stream().anyMatch(tax -> tax.rate().equals(left.rate()) && tax.taxable().equals(left.net())));
    }

    /** What the credited lines promised with tax; empty when one of them is credited in part, or none is named. */
    private Optional<Money> inGross() {
        boolean whole = parts.stream().allMatch(part -> room.lines().stream()
                .anyMatch(line -> line.line().position() == part.position() && line.line().net().equals(part.line().net())));
        return whole ? parts.stream().map(part -> part.line().amount()).reduce(Money::plus) : Optional.empty();
    }

    /** Line by line, unless amounts of the category were credited before: then nobody can say of which lines. */
    private void rest(CreditRoom.OfCategory category) {
        List<CreditRoom.OfLine> own = room.lines().stream().filter(line -> line.line().tax().equals(category.rate())).toList();
        Money ofLines = own.stream().map(CreditRoom.OfLine::left).reduce(Money.zero(currency), Money::plus);
        if (ofLines.equals(category.net())) {
            own.stream().filter(line -> !line.left().isZero()).forEach(line -> add(line, line.left()));
        } else if (!category.net().isZero()) {
            amount(category.rate(), category.net());
        }
    }

    private void lines() {
        Map<Integer, Money> wished = new LinkedHashMap<>();
        order.lines().forEach(line -> wished.merge(line.position(), line.net(), Money::plus));
        for (LineCredit wish : order.lines().stream().map(line -> new LineCredit(line.position(), wished.get(line.position()))).distinct()
                .toList()) {
            String field = "lines[" + wish.position() + "]";
            Optional<CreditRoom.OfLine> line = room.lines().stream()
                    .filter(known -> known.line().position() == wish.position()).findFirst();
            if (line.isEmpty()) {
                faults.add(Fault.of(field, wish.position(), "correction.unknownLine"));
            } else if (fits(field, wish.net(), line.get().left()) && !wish.net().isZero()) {
                add(line.get(), wish.net());
            }
        }
    }

    private void categories() {
        Map<TaxRate, Money> wished = new LinkedHashMap<>();
        order.categories().forEach(wish -> wished.merge(wish.rate(), wish.net(), Money::plus));
        for (CategoryCredit wish : wished.entrySet().stream().map(entry -> new CategoryCredit(entry.getKey(), entry.getValue())).toList()) {
            String field = field(wish.rate());
            Optional<CreditRoom.OfCategory> category = category(wish.rate());
            if (category.isEmpty()) {
                faults.add(Fault.of(field, wish.rate(), "correction.unknownCategory"));
            } else if (fits(field, wish.net(), category.get().net()) && !wish.net().isZero()) {
                amount(wish.rate(), wish.net());
            }
        }
    }

    private List<TaxTotal> taxes() {
        Map<TaxRate, Money> taxable = new LinkedHashMap<>();
        room.categories().forEach(category -> taxable.put(category.rate(), Money.zero(currency)));
        parts.forEach(part -> taxable.merge(part.line().tax(), part.line().net(), Money::plus));
        List<TaxTotal> taxes = new ArrayList<>();
        taxable.forEach((rate, net) -> {
            CreditRoom.OfCategory left = category(rate).orElseThrow();
            boolean concerned = parts.stream().anyMatch(part -> part.line().tax().equals(rate));
            if (concerned && fits(field(rate), net, left.net())) {
                taxes.add(new TaxTotal(rate, net, tax(rate, net, left)));
            }
        });
        return taxes;
    }

    private boolean fits(String field, Money wish, Money left) {
        if (!wish.currency().equals(currency)) {
            faults.add(Fault.of(field, wish, "money.currencyDiffers", currency));
            return false;
        }
        if (wish.isPositive() && left.isNegative() || wish.isNegative() && left.isPositive()) {
            faults.add(Fault.of(field, wish, "correction.wrongSign"));
            return false;
        }
        if (wish.abs().compareTo(left.abs()) > 0) {
            faults.add(Fault.of(field, wish, "correction.moreThanLeft", left));
            return false;
        }
        return true;
    }

    /**
     * The tax on a part: its own rounding where that leaves a rest within one minor unit of the rest's own rounding, else one
     * unit beside it. One of the three always does, since rounding a sum differs from the sum of the roundings by one at most.
     */
    static Money tax(TaxRate rate, Money net, CreditRoom.OfCategory left) {
        if (net.equals(left.net())) {
            return left.tax();
        }
        if (net.isNegative()) {
            return tax(rate, net.negated(), new CreditRoom.OfCategory(rate, left.net().negated(), left.tax().negated())).negated();
        }
        Money own = rounded(rate, net);
        Money restsOwn = rounded(rate, left.net().minus(net));
        for (long beside : new long[] {0, -1, 1}) {
            Money tax = own.plus(new Money(beside, net.currency()));
            Money rest = left.tax().minus(tax);
            if (!tax.isNegative() && !rest.isNegative() && Math.abs(rest.minus(restsOwn).minorUnits()) <= 1) {
                return tax;
            }
        }
        throw new IllegalStateException("no tax on " + net + " leaves a fit rest of " + left);
    }

    private static Money rounded(TaxRate rate, Money net) {
        return net.times(rate.percent().movePointLeft(2), RoundingMode.HALF_UP);
    }

    /** A line that is credited whole looks as it did; of a part the amount is its price. */
    private void add(CreditRoom.OfLine from, Money net) {
        InvoiceLine line = from.line();
        InvoiceLine credited = net.equals(line.net())
                ? new InvoiceLine(parts.size() + 1, line.description(), line.quantity(), line.unit(), line.unitPrice(),
                        line.discountPercent(), line.tax(), net, line.amount())
                : single(parts.size() + 1, line.description(), line.tax(), net);
        parts.add(new Part(line.position(), credited));
    }

    private void amount(TaxRate rate, Money net) {
        parts.add(new Part(0, single(parts.size() + 1, order.reason(), rate, net)));
    }

    private static InvoiceLine single(int position, String description, TaxRate rate, Money net) {
        BigDecimal one = net.isNegative() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        return new InvoiceLine(position, description, one, "", net.abs().toDecimal(), BigDecimal.ZERO, rate, net);
    }

    private Optional<CreditRoom.OfCategory> category(TaxRate rate) {
        return room.categories().stream().filter(known -> known.rate().equals(rate)).findFirst();
    }

    private static String field(TaxRate rate) {
        return "categories[" + rate.category() + ":" + rate.percent().toPlainString() + "]";
    }
}
