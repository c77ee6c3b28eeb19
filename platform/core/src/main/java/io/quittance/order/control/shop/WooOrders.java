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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads WooCommerce's orders. A line's total never includes the tax, whatever the shop's prices do; where they do, line and tax
 * together are the price that the buyer saw, exactly. Refunds come as totals without lines, so an order that has some is left with
 * lines that come to more than its total, for a person to look at.
 *
 * @see "WooCommerce REST API v3, order properties; webhooks of the topics order.created, order.updated, order.deleted"
 */
@ApplicationScoped
public class WooOrders extends ShopOrders {

    /** Option of an account: the states in which an order is taken, parted by commas. */
    static final String STATES = "states";

    private static final String USUAL_STATES = "on-hold,processing,completed";
    private static final Set<String> WITHDRAWN = Set.of("cancelled", "refunded", "trash");

    public WooOrders() {
        super(ChannelKind.WOOCOMMERCE);
    }

    @Override
    CanonicalOrder order(ShopJson root, ChannelAccount account) {
        return new Order(root, account).read();
    }

    @Override
    ReadOutcome judge(CanonicalOrder order, ShopJson root, ChannelAccount account) {
        String state = root.text("status");
        if (WITHDRAWN.contains(state)) {
            return withdrawn(order, state);
        }
        String wanted = account.settings().option(STATES);
        boolean taken = Arrays.asList((wanted.isEmpty() ? USUAL_STATES : wanted).replace(" ", "").split(",")).contains(state);
        return new ReadOutcome.Read(taken ? List.of(order) : List.of());
    }

    /** One order while it is read. */
    private static final class Order {

        private final ShopJson root;
        private final ChannelAccount account;
        private final boolean included;
        private final ShopLines lines;
        private final Map<String, BigDecimal> rates = new HashMap<>();

        private Order(ShopJson root, ChannelAccount account) {
            this.root = root;
            this.account = account;
            this.included = root.flag("prices_include_tax");
            this.lines = new ShopLines(account);
            root.list("tax_lines").forEach(tax -> rates.put(tax.text("rate_id"), tax.orZero("rate_percent")));
        }

        private CanonicalOrder read() {
            for (ShopJson line : root.list("line_items")) {
                BigDecimal quantity = line.required("quantity");
                String item = line.text("sku");
                BigDecimal full = amount(line, "subtotal", "subtotal_tax");
                BigDecimal paid = amount(line, "total", "total_tax");
                if (full.compareTo(paid) == 0) {
                    lines.addAmount(item, line.text("name"), quantity, paid, tax(line));
                } else {
                    lines.addDiscounted(item, line.text("name"), quantity, full, full.subtract(paid), tax(line));
                }
            }
            root.list("shipping_lines").forEach(line -> extra(line, line.text("method_id"), line.first("method_title", "method_id")));
            root.list("fee_lines").forEach(line -> extra(line, "", line.text("name")));
            BigDecimal refunded = root.list("refunds").stream().map(refund -> refund.orZero("total").abs())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            // With prices that include the tax the price binds, and the tax is told as a sum of what was rounded line by line.
            boolean told = refunded.signum() == 0 && !included;
            StatedTotals stated = new StatedTotals(Optional.empty(), told ? root.decimal("total_tax") : Optional.empty(),
                    root.decimal("total").map(total -> total.subtract(refunded)));
            return new CanonicalOrder(root.text("id"), Optional.empty(), buyer(), root.text("currency").toUpperCase(Locale.ROOT),
                    root.day("date_created"), Optional.empty(), root.text("number"), root.text("customer_note"),
                    included ? PriceMode.GROSS : PriceMode.NET, lines.lines(), stated, prepaid(refunded));
        }

        private BigDecimal amount(ShopJson line, String net, String tax) {
            return included ? line.required(net).add(line.orZero(tax)) : line.required(net);
        }

        private void extra(ShopJson line, String item, String description) {
            BigDecimal amount = amount(line, "total", "total_tax");
            if (amount.signum() != 0) {
                lines.addAmount(item, description, BigDecimal.ONE, amount, tax(line));
            }
        }

        /** The rates are told once for the whole order, by their ids. */
        private Optional<TaxRate> tax(ShopJson line) {
            BigDecimal percent = BigDecimal.ZERO;
            for (ShopJson tax : line.list("taxes")) {
                if (tax.orZero("total").signum() != 0) {
                    BigDecimal rate = rates.get(tax.text("id"));
                    if (rate == null) {
                        tax.fault("id", tax.text("id"), "shop.rate");
                    } else {
                        percent = percent.add(rate);
                    }
                }
            }
            return lines.tax(percent);
        }

        private List<Prepayment> prepaid(BigDecimal refunded) {
            BigDecimal paid = root.orZero("total").subtract(refunded);
            return root.text("date_paid_gmt").isEmpty() || paid.signum() <= 0 ? List.of()
                    : List.of(new Prepayment(root.text("payment_method"), root.text("transaction_id"), paid,
                            root.instant("date_paid_gmt")));
        }

        private OrderBuyer buyer() {
            ShopJson billing = root.in("billing");
            String company = billing.text("company");
            String person = (billing.text("first_name") + " " + billing.text("last_name")).strip();
            String field = account.settings().option(ShopifyOrders.TAX_ID_FIELD);
            String taxId = field.isEmpty() ? "" : root.list("meta_data").stream().filter(meta -> meta.text("key").equals(field))
                    .map(meta -> meta.text("value")).findFirst().orElse("");
            String id = root.text("customer_id");
            return new OrderBuyer("", id.equals("0") ? "" : id, company.isEmpty() ? person : company, billing.text("email"), taxId, "",
                    !company.isEmpty() || !taxId.isEmpty(), new PostalAddress(billing.text("address_1"), billing.text("address_2"),
                            billing.text("postcode"), billing.text("city"), billing.text("state"),
                            billing.text("country").toUpperCase(Locale.ROOT)));
        }
    }
}
