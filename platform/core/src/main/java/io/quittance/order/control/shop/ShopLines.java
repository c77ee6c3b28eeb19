package io.quittance.order.control.shop;

import io.quittance.order.ChannelAccount;
import io.quittance.order.OrderLine;
import io.quittance.tax.TaxCategory;
import io.quittance.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of a shop's order, each coming to the shop's own amount to the cent. */
final class ShopLines {

    /** Option of an account: the category of what the shop does not tax, such as {@code E}; without it a line does not say its tax. */
    static final String UNTAXED = "untaxed";

    private static final int PRICE_DECIMALS = 6;
    private static final int PERCENT_DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Optional<TaxRate> untaxed;
    private final List<OrderLine> lines = new ArrayList<>();

    ShopLines(ChannelAccount account) {
        String option = account.settings().option(UNTAXED);
        untaxed = Arrays.stream(TaxCategory.values()).filter(category -> !category.isCharged() && category.name().equals(option))
                .findFirst().map(TaxRate::untaxed);
    }

    List<OrderLine> lines() {
        return lines;
    }

    /** @param percent of all taxes on it together; zero or less when there is none */
    Optional<TaxRate> tax(BigDecimal percent) {
        return TaxRate.fits(TaxCategory.S, percent) ? Optional.of(new TaxRate(TaxCategory.S, percent)) : untaxed;
    }

    /** Of goods. @param discount taken off the whole line, as an amount */
    void add(String item, String description, BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount, Optional<TaxRate> tax) {
        BigDecimal full = quantity.multiply(unitPrice);
        if (discount.signum() == 0) {
            put(item, description, quantity, unitPrice, BigDecimal.ZERO, tax);
            return;
        }
        Optional<BigDecimal> percent = exact(discount.multiply(HUNDRED), full, PERCENT_DECIMALS);
        if (percent.isPresent() && percent.get().signum() > 0 && percent.get().compareTo(HUNDRED) <= 0) {
            put(item, description, quantity, unitPrice, percent.get(), tax);
        } else {
            put(item, description, quantity, unitPrice, BigDecimal.ZERO, tax);
            put(item, "- " + description, BigDecimal.ONE.negate(), discount, BigDecimal.ZERO, tax);
        }
    }

    /** Of goods that came to an amount together; a quantity in words where the price of one cannot be written exactly. */
    void addAmount(String item, String description, BigDecimal quantity, BigDecimal amount, Optional<TaxRate> tax) {
        Optional<BigDecimal> unitPrice = exact(amount, quantity, PRICE_DECIMALS);
        if (unitPrice.isPresent()) {
            put(item, description, quantity, unitPrice.get(), BigDecimal.ZERO, tax);
        } else {
            String words = quantity.abs().stripTrailingZeros().toPlainString() + " x " + description;
            put(item, words, BigDecimal.ONE, amount, BigDecimal.ZERO, tax);
        }
    }

    /** Of goods that came to an amount together before something was taken off. */
    void addDiscounted(String item, String description, BigDecimal quantity, BigDecimal full, BigDecimal discount, Optional<TaxRate> tax) {
        Optional<BigDecimal> unitPrice = exact(full, quantity, PRICE_DECIMALS);
        if (unitPrice.isPresent()) {
            add(item, description, quantity, unitPrice.get(), discount, tax);
        } else {
            addAmount(item, description, quantity, full.subtract(discount), tax);
        }
    }

    /** Our prices are never negative: their sign moves to the quantity. */
    private void put(String item, String description, BigDecimal quantity, BigDecimal price, BigDecimal percent, Optional<TaxRate> tax) {
        lines.add(new OrderLine(item, description.isEmpty() ? item : description, price.signum() < 0 ? quantity.negate() : quantity, "",
                Optional.of(price.abs()), percent, tax));
    }

    private static Optional<BigDecimal> exact(BigDecimal dividend, BigDecimal divisor, int decimals) {
        if (divisor.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal quotient = dividend.divide(divisor, decimals, RoundingMode.HALF_UP);
        if (quotient.multiply(divisor).compareTo(dividend) != 0) {
            return Optional.empty();
        }
        BigDecimal plain = quotient.stripTrailingZeros();
        return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
