package io.quittance.order.control.shop;

import io.quittance.customer.PostalAddress;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderBuyer;
import io.quittance.order.Prepayment;
import io.quittance.order.ReadOutcome;
import io.quittance.order.StatedTotals;
import io.quittance.tax.PriceMode;
import io.quittance.tax.TaxRate;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads Shopify's orders, which come whole with every topic: placed, changed, paid or cancelled. Amounts are those in the shop's
 * currency. What was refunded by the time the order is first seen is deducted line by line; the totals are then the current ones.
 *
 * @see "Shopify, Admin REST API, resource Order; webhooks of the topics orders/*"
 */
@ApplicationScoped
public class ShopifyOrders extends ShopOrders {

    /** Option of an account: the name of the order's note attribute that has the buyer's tax id. */
    static final String TAX_ID_FIELD = "taxIdField";

    private static final int LONGEST_NOTE = 1000;
    private static final Set<String> PAID = Set.of("paid", "partially_paid", "partially_refunded", "refunded");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ShopifyOrders() {
        super(ChannelKind.SHOPIFY);
    }

    @Override
    ReadOutcome judge(CanonicalOrder order, ShopJson root, ChannelAccount account) {
        if (root.flag("test")) {
            return withdrawn(order, "test");
        }
        return root.has("cancelled_at") ? withdrawn(order, root.text("cancel_reason")) : new ReadOutcome.Read(List.of(order));
    }

    @Override
    CanonicalOrder order(ShopJson root, ChannelAccount account) {
        ShopLines lines = new ShopLines(account);
        boolean included = root.flag("taxes_included");
        goods(root, lines);
        root.list("shipping_lines").stream().filter(line -> line.orZero("price").signum() != 0)
                .forEach(line -> lines.add(line.text("code"), line.first("title", "code"), BigDecimal.ONE, line.required("price"),
                        discount(line), tax(line, lines)));
        extra(lines, "Tip", root.orZero("total_tip_received"));
        extra(lines, "Duties", root.in("original_total_duties_set").in("shop_money").orZero("amount"));
        boolean refunded = !root.list("refunds").isEmpty();
        root.list("refunds").forEach(refund -> refund(refund, root, lines, included));
        // With prices that include the tax the price binds, and the tax is told as a sum of what was rounded line by line.
        StatedTotals stated = new StatedTotals(Optional.empty(), included ? Optional.empty()
                : root.decimal(refunded && root.has("current_total_tax") ? "current_total_tax" : "total_tax"),
                root.decimal(refunded && root.has("current_total_price") ? "current_total_price" : "total_price"));
        return new CanonicalOrder(root.text("id"), Optional.empty(), buyer(root, account), root.text("currency"), root.day("created_at"),
                due(root), root.first("po_number", "name"), note(root.text("note")), included ? PriceMode.GROSS : PriceMode.NET,
                lines.lines(), stated, prepaid(root));
    }

    private static void goods(ShopJson root, ShopLines lines) {
        for (ShopJson line : root.list("line_items")) {
            lines.add(line.text("sku"), described(line), line.required("quantity"), line.required("price"), discount(line),
                    tax(line, lines));
        }
    }

    private static String described(ShopJson line) {
        String variant = line.text("variant_title");
        return variant.isEmpty() || variant.equals("Default Title") ? line.first("title", "name") : line.text("title") + " - " + variant;
    }

    private static BigDecimal discount(ShopJson line) {
        return line.has("discount_allocations")
                ? line.list("discount_allocations").stream().map(part -> part.required("amount")).reduce(BigDecimal.ZERO, BigDecimal::add)
                : line.orZero("total_discount");
    }

    /** Taxes of several authorities on one line are one rate for us. */
    private static Optional<TaxRate> tax(ShopJson line, ShopLines lines) {
        return lines.tax(line.list("tax_lines").stream().filter(tax -> tax.orZero("price").signum() != 0)
                .map(tax -> tax.required("rate").multiply(HUNDRED)).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static void extra(ShopLines lines, String description, BigDecimal amount) {
        if (amount.signum() != 0) {
            lines.addAmount("", description, BigDecimal.ONE, amount, lines.tax(BigDecimal.ZERO));
        }
    }

    private static void refund(ShopJson refund, ShopJson root, ShopLines lines, boolean included) {
        Map<String, ShopJson> goods = new HashMap<>();
        root.list("line_items").forEach(line -> goods.put(line.text("id"), line));
        for (ShopJson part : refund.list("refund_line_items")) {
            ShopJson line = goods.getOrDefault(part.text("line_item_id"), part.in("line_item"));
            if (part.orZero("quantity").signum() != 0) {
                lines.addAmount(line.text("sku"), described(line), part.required("quantity").negate(), part.required("subtotal").negate(),
                        tax(line, lines));
            }
        }
        List<ShopJson> shipping = root.list("shipping_lines");
        for (ShopJson adjustment : refund.list("order_adjustments")) {
            if (adjustment.text("kind").equals("shipping_refund")) {
                BigDecimal amount = adjustment.required("amount").add(included ? adjustment.orZero("tax_amount") : BigDecimal.ZERO);
                lines.addAmount("", shipping.isEmpty() ? "Shipping" : shipping.getFirst().first("title", "code"), BigDecimal.ONE, amount,
                        shipping.isEmpty() ? lines.tax(BigDecimal.ZERO) : tax(shipping.getFirst(), lines));
            }
        }
    }

    private static Optional<LocalDate> due(ShopJson root) {
        return root.in("payment_terms").list("payment_schedules").stream().map(schedule -> schedule.day("due_at"))
                .flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    /** By what is still outstanding, less what went back. */
    private static List<Prepayment> prepaid(ShopJson root) {
        if (!PAID.contains(root.text("financial_status"))) {
            return List.of();
        }
        BigDecimal back = root.list("refunds").stream().flatMap(refund -> refund.list("transactions").stream())
                .filter(move -> move.text("kind").equals("refund") && move.text("status").equals("success"))
                .map(move -> move.orZero("amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = root.orZero("total_price");
        BigDecimal open = root.text("financial_status").equals("partially_paid") ? root.orZero("total_outstanding") : BigDecimal.ZERO;
        BigDecimal paid = total.subtract(open).subtract(back);
        String gateways = root.texts("payment_gateway_names").stream().filter(Predicate.not(String::isBlank))
                .collect(Collectors.joining(", "));
        return paid.signum() <= 0 ? List.of() : List.of(new Prepayment(gateways, "", paid, Optional.empty()));
    }

    private static OrderBuyer buyer(ShopJson root, ChannelAccount account) {
        ShopJson customer = root.in("customer");
        ShopJson address = root.has("billing_address") ? root.in("billing_address")
                : customer.has("default_address") ? customer.in("default_address") : root.in("shipping_address");
        String person = address.text("name").isEmpty() ? (customer.text("first_name") + " " + customer.text("last_name")).strip()
                : address.text("name");
        String company = address.text("company");
        String email = root.first("email", "contact_email");
        String field = account.settings().option(TAX_ID_FIELD);
        String taxId = field.isEmpty() ? "" : root.list("note_attributes").stream()
                .filter(attribute -> attribute.text("name").equalsIgnoreCase(field)).map(attribute -> attribute.text("value"))
                .findFirst().orElse("");
        return new OrderBuyer("", customer.text("id"), company.isEmpty() ? person : company,
                email.isEmpty() ? customer.text("email") : email, taxId, root.text("customer_locale"),
                !company.isEmpty() || !taxId.isEmpty(), new PostalAddress(address.text("address1"), address.text("address2"),
                        address.text("zip"), address.text("city"), address.first("province_code", "province"),
                        address.text("country_code").toUpperCase(Locale.ROOT)));
    }

    private static String note(String note) {
        return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
    }
}
