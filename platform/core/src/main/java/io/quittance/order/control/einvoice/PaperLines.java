package io.quittance.order.control.einvoice;

import io.quittance.order.OrderLine;
import io.quittance.order.control.einvoice.Paper.Line;
import io.quittance.order.control.einvoice.Paper.Surcharge;
import io.quittance.order.control.einvoice.Paper.Tax;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lines of an electronic invoice as lines of ours that come to the same amounts: allowances and charges become lines of their own.
 * Where quantity and price do not come to the line's amount, the amount counts, and the two are told in words: the standard ties
 * the totals to the amounts (BR-CO-10), and no rule of it ties these to quantities and prices.
 */
final class PaperLines {

    private static final int MOST_DECIMALS = 6;
    private static final int PERCENT_DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Reading reading;
    private final Optional<Tax> onlyTax;
    private final int decimals;
    private final List<OrderLine> lines = new ArrayList<>();

    /**
     * @param onlyTax  the document's, when it has one only: of lines that do not say theirs
     * @param decimals of the currency
     */
    PaperLines(Reading reading, Optional<Tax> onlyTax, int decimals) {
        this.reading = reading;
        this.onlyTax = onlyTax;
        this.decimals = decimals;
    }

    List<OrderLine> lines() {
        return lines;
    }

    void add(Line line) {
        String field = "line[" + line.id() + "]";
        Optional<TaxRate> tax = rate(line.tax(), field);
        BigDecimal extras = line.surcharges().stream().map(PaperLines::signed).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> goods = line.amount().map(amount -> amount.subtract(extras));
        String description = line.description().isEmpty() ? line.item() : line.description();
        Optional<BigDecimal> price = unitPrice(line);
        if (goods.isEmpty()) {
            reading.fault(field + ".amount", "", "einvoice.missing");
        }
        if (goods.isEmpty() || tax.isEmpty()) {
            return;
        }
        if (price.isPresent() && fits(line.quantity())
                && rounded(line.quantity().get().multiply(price.get())).equals(rounded(goods.get()))) {
            Optional<BigDecimal> percent = percent(line, goods.get());
            put(line.item(), description, line.quantity().get(), line.unit(), price.get(), percent.orElse(BigDecimal.ZERO), tax.get());
            if (percent.isPresent()) {
                return;
            }
        } else {
            put(line.item(), printed(description, line), BigDecimal.ONE, "", rounded(goods.get()), BigDecimal.ZERO, tax.get());
        }
        line.surcharges().forEach(surcharge -> put(line.item(), surcharge, description, tax.get()));
    }

    void add(Surcharge surcharge) {
        rate(surcharge.tax(), "allowances").ifPresent(tax -> put("", surcharge, "", tax));
    }

    private void put(String item, Surcharge surcharge, String of, TaxRate tax) {
        BigDecimal quantity = surcharge.charge() ? BigDecimal.ONE : BigDecimal.ONE.negate();
        put(item, named(surcharge, of), quantity, "", rounded(surcharge.amount()), BigDecimal.ZERO, tax);
    }

    /** To whole units of money, such as cash is paid in: no sale, so outside of the tax. */
    void addRounding(BigDecimal rounding, String description) {
        put("", description, BigDecimal.ONE, "", rounding, BigDecimal.ZERO, TaxRate.untaxed(TaxCategory.O));
    }

    /** Our prices are never negative: their sign moves to the quantity. */
    private void put(String item, String description, BigDecimal quantity, String unit, BigDecimal price, BigDecimal percent, TaxRate tax) {
        boolean below = price.signum() < 0;
        lines.add(new OrderLine(item, description, below ? quantity.negate() : quantity, unit,
                Optional.of(plain(price.abs())), percent, Optional.of(tax)));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal signed(Surcharge surcharge) {
        return surcharge.charge() ? surcharge.amount() : surcharge.amount().negate();
    }

    private static String named(Surcharge surcharge, String of) {
        String reason = surcharge.reason().isEmpty() ? surcharge.charge() ? "+" : "-" : surcharge.reason();
        return of.isEmpty() ? reason : of + ": " + reason;
    }

    private static String printed(String description, Line line) {
        return line.quantity().isEmpty() || line.price().isEmpty() ? description
                : description + " (" + line.quantity().get().toPlainString() + " " + line.unit() + " x "
                        + line.price().get().toPlainString() + (line.base().compareTo(BigDecimal.ONE) == 0 ? "" : " / "
                        + line.base().toPlainString()) + ")";
    }

    /** Of one unit, if it can be written exactly. */
    private static Optional<BigDecimal> unitPrice(Line line) {
        if (line.price().isEmpty() || line.base().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal quotient = line.price().get().divide(line.base(), MOST_DECIMALS, RoundingMode.HALF_UP);
        return quotient.multiply(line.base()).compareTo(line.price().get()) == 0 ? Optional.of(quotient) : Optional.empty();
    }

    private static boolean fits(Optional<BigDecimal> quantity) {
        return quantity.isPresent() && quantity.get().stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    /** A single allowance that is a plain share of the line is the line's discount. */
    private Optional<BigDecimal> percent(Line line, BigDecimal goods) {
        if (line.surcharges().isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (line.surcharges().size() > 1 || line.surcharges().getFirst().charge() || goods.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal percent = line.surcharges().getFirst().amount().multiply(HUNDRED).divide(goods, PERCENT_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal payable = goods.multiply(BigDecimal.ONE.subtract(percent.movePointLeft(2)));
        boolean exact = percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0
                && rounded(payable).compareTo(rounded(line.amount().orElseThrow())) == 0
                && percent.stripTrailingZeros().scale() <= 2;
        return exact ? Optional.of(plain(percent)) : Optional.empty();
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    private Optional<TaxRate> rate(Tax said, String field) {
        Tax tax = said.equals(Tax.UNSAID) ? onlyTax.orElse(said) : said;
        BigDecimal percent = tax.percent().orElse(BigDecimal.ZERO);
        // ZUGFeRD 1 BASIC gives rates without categories.
        String code = tax.category().isEmpty() && percent.signum() > 0 ? TaxCategory.S.name() : tax.category();
        Optional<TaxCategory> category = Arrays.stream(TaxCategory.values()).filter(known -> known.name().equals(code)).findFirst();
        if (category.isEmpty() || !TaxRate.fits(category.get(), percent)) {
            reading.fault(field + ".tax", (code + " " + percent.toPlainString()).strip(), "einvoice.tax");
            return Optional.empty();
        }
        return Optional.of(new TaxRate(category.get(), percent));
    }
}
