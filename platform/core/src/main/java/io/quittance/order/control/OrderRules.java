package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.CanonicalOrder.IssuedElsewhere;
import io.quittance.order.Finding;
import io.quittance.order.OrderBuyer;
import io.quittance.order.OrderLine;
import io.quittance.order.OrderRule;
import io.quittance.order.ReferenceShape;
import io.quittance.order.RuleSet;
import io.quittance.order.entity.OrderFacts;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds an order to rules. Pure: asks nobody, changes nothing, so past orders can be held to other rules at will. */
public final class OrderRules {

    private OrderRules() {
    }

    /** Everything that it breaks, in the order of the kinds of rules. */
    public static List<Finding> check(CanonicalOrder order, RuleSet rules, OrderFacts facts) {
        return rules.rules().stream().flatMap(rule -> faults(order, rule, facts).stream()
                .map(fault -> new Finding(rule.kind(), rule.severity(), fault))).toList();
    }

    private static List<Fault> faults(CanonicalOrder order, OrderRule rule, OrderFacts facts) {
        return switch (rule) {
            case OrderRule.Buyer asked -> buyer(order.buyer(), asked);
            case OrderRule.KnownCustomer _ -> known(order.buyer(), facts);
            case OrderRule.AllowedCurrency allowed -> currency(order, allowed, facts);
            case OrderRule.Totals totals -> totals(order, totals, facts);
            case OrderRule.PlausibleTax _ -> taxes(order, facts);
            case OrderRule.Amount limits -> amount(order, limits, facts);
            case OrderRule.PurchaseOrder asked -> purchaseOrder(order, asked);
            case OrderRule.OrderDate window -> date(order, window, facts);
            case OrderRule.DueDate window -> due(order, window, facts);
            case OrderRule.CatalogueItems asked -> items(order, asked, facts);
            case OrderRule.Duplicate window -> twins(order, window, facts);
            case OrderRule.BlockedBuyer blocked -> blocked(order, blocked, facts);
            case OrderRule.CreditLimit _ -> credit(facts);
        };
    }

    private static List<Fault> buyer(OrderBuyer buyer, OrderRule.Buyer asked) {
        List<Fault> faults = new ArrayList<>();
        missing(faults, "buyer.name", buyer.name(), true);
        missing(faults, "buyer.email", buyer.email(), asked.email());
        missing(faults, "buyer.taxId", buyer.taxId(), asked.taxId());
        missing(faults, "buyer.address.street", buyer.address().street(), asked.address());
        missing(faults, "buyer.address.city", buyer.address().city(), asked.address());
        missing(faults, "buyer.address.country", buyer.address().country(), asked.address());
        return faults;
    }

    private static void missing(List<Fault> faults, String field, String value, boolean asked) {
        if (asked && value.isBlank()) {
            faults.add(Fault.of(field, "", "text.missing"));
        }
    }

    private static List<Fault> known(OrderBuyer buyer, OrderFacts facts) {
        if (facts.customer().isPresent()) {
            return List.of();
        }
        String said = Stream.of(buyer.number(), buyer.taxId(), buyer.email(), buyer.name()).filter(text -> !text.isBlank()).findFirst()
                .orElse("");
        return facts.ambiguous().isEmpty() ? List.of(Fault.of("buyer", said, "order.customerUnknown"))
                : List.of(Fault.of("buyer", said, "order.customerAmbiguous", String.join(", ", facts.ambiguous())));
    }

    private static List<Fault> currency(CanonicalOrder order, OrderRule.AllowedCurrency rule, OrderFacts facts) {
        List<String> allowed = rule.allowed().isEmpty() ? List.of(facts.home()) : rule.allowed();
        return allowed.contains(order.currency()) ? List.of()
                : List.of(Fault.of("currency", order.currency(), "order.currencyNotAllowed", String.join(", ", allowed)));
    }

    private static List<Fault> totals(CanonicalOrder order, OrderRule.Totals rule, OrderFacts facts) {
        List<Fault> faults = new ArrayList<>();
        if (rule.stated() && order.stated().gross().isEmpty()) {
            faults.add(Fault.of("stated.gross", "", "order.totalMissing"));
        }
        facts.totals().ifPresent(made -> {
            differs(faults, "stated.net", order.stated().net(), made.net(), rule);
            differs(faults, "stated.tax", order.stated().tax(), made.tax(), rule);
            differs(faults, "stated.gross", order.stated().gross(), made.gross(), rule);
        });
        return faults;
    }

    private static void differs(List<Fault> faults, String field, Optional<BigDecimal> stated, Money made, OrderRule.Totals rule) {
        BigDecimal slack = new Money(rule.tolerance(), made.currency()).toDecimal();
        stated.filter(said -> said.subtract(made.toDecimal()).abs().compareTo(slack) > 0)
                .ifPresent(said -> faults.add(Fault.of(field, said.toPlainString(), "order.totalDiffers", made,
                        said.subtract(made.toDecimal()).toPlainString())));
    }

    private static List<Fault> taxes(CanonicalOrder order, OrderFacts facts) {
        String rates = facts.rates().stream().map(rate -> rate.toString()).distinct().collect(Collectors.joining(", "));
        return perLine(order, (line, field) -> line.tax()
                .filter(tax -> tax.category().isCharged() && !facts.rates().contains(tax))
                .map(tax -> Fault.of(field + ".tax", tax, "order.taxImplausible", rates)));
    }

    private static List<Fault> amount(CanonicalOrder order, OrderRule.Amount rule, OrderFacts facts) {
        Optional<BigDecimal> most = Optional.ofNullable(rule.most().get(order.currency()));
        Optional<BigDecimal> gross = facts.totals().map(made -> made.gross().toDecimal()).or(() -> order.stated().gross());
        return most.isPresent() && gross.filter(is -> is.compareTo(most.get()) > 0).isPresent()
                ? List.of(Fault.of("stated.gross", gross.get().toPlainString(), "order.tooMuch",
                        most.get().toPlainString() + " " + order.currency()))
                : List.of();
    }

    private static List<Fault> purchaseOrder(CanonicalOrder order, OrderRule.PurchaseOrder rule) {
        String given = order.buyerReference().strip();
        if (given.isEmpty()) {
            return rule.required() ? List.of(Fault.of("buyerReference", "", "order.purchaseOrderMissing")) : List.of();
        }
        return rule.shape().isEmpty() || new ReferenceShape(rule.shape()).fits(given) ? List.of()
                : List.of(Fault.of("buyerReference", given, "order.purchaseOrderShape", rule.shape()));
    }

    private static List<Fault> date(CanonicalOrder order, OrderRule.OrderDate rule, OrderFacts facts) {
        LocalDate latest = facts.today().plusDays(rule.daysAhead());
        LocalDate earliest = facts.today().minusDays(rule.daysBack());
        String field = order.issued().isPresent() ? "issued.on" : "orderedOn";
        return order.issued().map(IssuedElsewhere::on).or(order::orderedOn).map(day -> {
            if (day.isAfter(latest)) {
                return List.of(Fault.of(field, day, "order.inFuture", latest));
            }
            return day.isBefore(earliest) ? List.of(Fault.of(field, day, "order.tooOld", earliest)) : List.<Fault>of();
        }).orElse(List.of());
    }

    private static List<Fault> due(CanonicalOrder order, OrderRule.DueDate rule, OrderFacts facts) {
        LocalDate from = order.issued().map(IssuedElsewhere::on).or(order::orderedOn).orElse(facts.today());
        LocalDate latest = from.plusDays(rule.mostDays());
        return order.dueDate().filter(due -> due.isAfter(latest) || due.isBefore(from)).isEmpty() ? List.of()
                : List.of(Fault.of("dueDate", order.dueDate().get(), "order.dueOutside", from, latest));
    }

    private static List<Fault> items(CanonicalOrder order, OrderRule.CatalogueItems rule, OrderFacts facts) {
        return perLine(order, (line, field) -> {
            if (line.item().isEmpty()) {
                return rule.required() ? Optional.of(Fault.of(field + ".item", "", "order.itemMissing")) : Optional.empty();
            }
            return facts.knownItems().contains(line.item().toLowerCase(Locale.ROOT)) ? Optional.empty()
                    : Optional.of(Fault.of(field + ".item", line.item(), "item.unknown"));
        });
    }

    private static List<Fault> twins(CanonicalOrder order, OrderRule.Duplicate rule, OrderFacts facts) {
        String twins = facts.twins().stream().filter(twin -> twin.daysApart() <= rule.days()).map(OrderFacts.Twin::reference)
                .collect(Collectors.joining(", "));
        return twins.isEmpty() ? List.of() : List.of(Fault.of("reference", order.reference(), "order.twin", twins));
    }

    private static List<Fault> blocked(CanonicalOrder order, OrderRule.BlockedBuyer rule, OrderFacts facts) {
        Set<String> listed = rule.buyers().stream().map(OrderRules::plain).collect(Collectors.toSet());
        OrderBuyer buyer = order.buyer();
        Stream<String> said = Stream.of(buyer.number(), buyer.taxId(), buyer.email());
        Stream<String> known = facts.customer().stream().flatMap(customer -> Stream.concat(
                Stream.of(customer.details().externalRef(), customer.details().taxId()), customer.details().emails().stream()));
        return Stream.concat(said, known).filter(text -> !text.isBlank() && listed.contains(plain(text))).findFirst()
                .map(hit -> List.of(Fault.of("buyer", hit, "order.buyerBlocked"))).orElse(List.of());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static List<Fault> credit(OrderFacts facts) {
        return facts.credit().filter(standing -> standing.over())
                .map(standing -> List.of(Fault.of("stated.gross", standing.with(), "order.creditExceeded", standing.limit())))
                .orElse(List.of());
    }

    /** What is wrong with a line. */
    @FunctionalInterface
    private interface LineCheck {
        Optional<Fault> check(OrderLine line, String field);
    }

    private static List<Fault> perLine(CanonicalOrder order, LineCheck check) {
        return IntStream.range(0, order.lines().size()).boxed()
                .flatMap(i -> check.check(order.lines().get(i), "lines[" + i + "]").stream()).toList();
    }
}
