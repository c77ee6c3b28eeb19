package io.quittance.web.order;

import io.quittance.order.OrderRule;
import io.quittance.order.RuleKind;
import io.quittance.order.RuleSet;
import io.quittance.order.Severity;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule as a form shows it; only those of its fields are shown that its kind has. */
public class RuleForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RuleKind kind;
    private Severity severity;
    private boolean first;
    private boolean second;
    private boolean third;
    private int number;
    private int other;
    private String text = "";

    RuleForm(RuleKind kind, Optional<OrderRule> rule) {
        this.kind = kind;
        rule.ifPresent(this::read);
    }

    /** A row for each kind that can be set, on or off. */
    static ArrayList<RuleForm> of(RuleSet rules) {
        return Stream.of(RuleKind.values()).filter(RuleKind::isConfigurable).map(kind -> new RuleForm(kind, rules.find(kind)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void read(OrderRule rule) {
        severity = rule.severity();
        switch (rule) {
            case OrderRule.Buyer buyer -> flags(buyer.email(), buyer.address(), buyer.taxId());
            case OrderRule.AllowedCurrency allowed -> text = String.join(", ", allowed.allowed());
            case OrderRule.Totals totals -> {
                number = totals.tolerance();
                first = totals.stated();
            }
            case OrderRule.Amount amount -> text = new TreeMap<>(amount.most()).entrySet().stream()
                    .map(most -> most.getValue().toPlainString() + " " + most.getKey()).collect(Collectors.joining(", "));
            case OrderRule.PurchaseOrder asked -> {
                first = asked.required();
                text = asked.shape();
            }
            case OrderRule.OrderDate window -> {
                number = window.daysAhead();
                other = window.daysBack();
            }
            case OrderRule.DueDate window -> number = window.mostDays();
            case OrderRule.CatalogueItems items -> first = items.required();
            case OrderRule.Duplicate window -> number = window.days();
            case OrderRule.BlockedBuyer blocked -> text = String.join(", ", blocked.buyers());
            case OrderRule.KnownCustomer _, OrderRule.PlausibleTax _, OrderRule.CreditLimit _ -> { }
        }
    }

    private void flags(boolean one, boolean two, boolean three) {
        first = one;
        second = two;
        third = three;
    }

    /** Empty when it is off. @throws NumberFormatException when an amount is none */
    Optional<OrderRule> rule() {
        return Optional.ofNullable(severity).map(does -> switch (kind) {
            case BUYER -> new OrderRule.Buyer(does, first, second, third);
            case KNOWN_CUSTOMER -> new OrderRule.KnownCustomer(does);
            case CURRENCY -> new OrderRule.AllowedCurrency(does, listed());
            case TOTALS -> new OrderRule.Totals(does, number, first);
            case TAX -> new OrderRule.PlausibleTax(does);
            case AMOUNT -> new OrderRule.Amount(does, amounts());
            case PURCHASE_ORDER -> new OrderRule.PurchaseOrder(does, first, text);
            case ORDER_DATE -> new OrderRule.OrderDate(does, number, other);
            case DUE_DATE -> new OrderRule.DueDate(does, number);
            case CATALOGUE -> new OrderRule.CatalogueItems(does, first);
            case DUPLICATE -> new OrderRule.Duplicate(does, number);
            case BLOCKED_BUYER -> new OrderRule.BlockedBuyer(does, listed());
            case CREDIT_LIMIT -> new OrderRule.CreditLimit(does);
            case READABLE, REFERENCE, INVOICE, WORK -> throw new IllegalStateException(kind + " cannot be set");
        });
    }

    private List<String> listed() {
        return Stream.of(text.split("[,;\\n]")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    private Map<String, BigDecimal> amounts() {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (String part : listed()) {
            String[] words = part.split("\\s+");
            if (words.length != 2) {
                throw new NumberFormatException(part);
            }
            amounts.put(words[1], new BigDecimal(words[0]));
        }
        return amounts;
    }

    public RuleKind getKind() {
        return kind;
    }

    /** How many numbers it has. */
    public int getNumbers() {
        return switch (kind) {
            case ORDER_DATE -> 2;
            case TOTALS, DUE_DATE, DUPLICATE -> 1;
            default -> 0;
        };
    }

    /** How many switches it has. */
    public int getSwitches() {
        return switch (kind) {
            case BUYER -> 3;
            case TOTALS, PURCHASE_ORDER, CATALOGUE -> 1;
            default -> 0;
        };
    }

    public boolean isWritten() {
        return kind == RuleKind.CURRENCY || kind == RuleKind.AMOUNT || kind == RuleKind.PURCHASE_ORDER || kind == RuleKind.BLOCKED_BUYER;
    }

    public Severity getSeverity() {
        return severity;
    }

    public void setSeverity(Severity severity) {
        this.severity = severity;
    }

    public boolean isFirst() {
        return first;
    }

    public void setFirst(boolean first) {
        this.first = first;
    }

    public boolean isSecond() {
        return second;
    }

    public void setSecond(boolean second) {
        this.second = second;
    }

    public boolean isThird() {
        return third;
    }

    public void setThird(boolean third) {
        this.third = third;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    public int getOther() {
        return other;
    }

    public void setOther(int other) {
        this.other = other;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text.strip();
    }
}
