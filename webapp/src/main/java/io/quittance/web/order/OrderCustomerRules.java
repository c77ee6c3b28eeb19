package io.quittance.web.order;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.order.ChannelId;
import io.quittance.order.OrderRule;
import io.quittance.order.RuleKind;
import io.quittance.order.RuleSet;
import io.quittance.order.RulesOutcome;
import io.quittance.order.Severity;
import io.quittance.order.boundary.RuleBook;
import io.quittance.web.customer.CustomerChoice;
import io.quittance.web.language.Texts;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What of a channel's rules is different for single customers: another effect, or none. */
@Named("orderCustomers")
@ViewScoped
public class OrderCustomerRules implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderChannelPage page;

    @Inject
    transient RuleBook book;

    @Inject
    transient Customers customers;

    @Inject
    transient Texts texts;

    @Inject
    transient Say say;

    private transient List<Different> rows;
    private CustomerChoice customer;
    private RuleKind rule;
    private Severity severity;

    /** A customer for whom something is different. @param said each rule with its effect there */
    public record Different(long id, String name, List<String> said) {
    }

    public void save() {
        RuleSet own = book.ofCustomers(channel()).getOrDefault(new CustomerId(customer.id()), RuleSet.NONE);
        tell(book.changeFor(channel(), new CustomerId(customer.id()), severity == null ? spared(own) : with(own)));
    }

    private RuleSet spared(RuleSet own) {
        Set<RuleKind> off = EnumSet.of(rule);
        off.addAll(own.off());
        return new RuleSet(own.without(rule).rules(), off);
    }

    /** The rule as it is for the customer, or for the account, with another effect. */
    private RuleSet with(RuleSet own) {
        Optional<OrderRule> base = own.find(rule).or(() -> book.of(channel()).orElseThrow().find(rule));
        RuleForm form = new RuleForm(rule, base);
        form.setSeverity(severity);
        Set<RuleKind> off = EnumSet.noneOf(RuleKind.class);
        off.addAll(own.off());
        off.remove(rule);
        return new RuleSet(own.with(form.rule().orElseThrow()).rules(), off);
    }

    /** Holds the customer to the account's rules again. */
    public void forget(long id) {
        tell(book.changeFor(channel(), new CustomerId(id), RuleSet.NONE));
    }

    private void tell(RulesOutcome outcome) {
        switch (outcome) {
            case RulesOutcome.Changed changed -> say.done("order.rules.saved");
            case RulesOutcome.Refused refused -> say.faults(refused.faults(), field -> "customers:rule");
            case RulesOutcome.Unknown gone -> say.refused("error.gone");
        }
        rows = null;
    }

    private ChannelId channel() {
        return page.getAccount().id();
    }

    public List<Different> getRows() {
        if (rows == null) {
            Map<CustomerId, RuleSet> own = book.ofCustomers(channel());
            Map<CustomerId, Customer> known = own.isEmpty() ? Map.of() : customers.all(own.keySet());
            rows = own.entrySet().stream().filter(entry -> known.containsKey(entry.getKey()))
                    .map(entry -> new Different(entry.getKey().value(), known.get(entry.getKey()).name(), said(entry.getValue()))).toList();
        }
        return rows;
    }

    private List<String> said(RuleSet own) {
        return Stream.concat(own.rules().stream().map(each -> texts.word("order.rule", each.kind()) + ": "
                + texts.word("order.severity", each.severity())), own.off().stream().sorted().map(each -> texts.word("order.rule", each)
                + ": " + texts.of("order.rule.off"))).toList();
    }

    public List<RuleKind> getKinds() {
        return Stream.of(RuleKind.values()).filter(RuleKind::isConfigurable).toList();
    }

    public CustomerChoice getCustomer() {
        return customer;
    }

    public void setCustomer(CustomerChoice customer) {
        this.customer = customer;
    }

    public RuleKind getRule() {
        return rule;
    }

    public void setRule(RuleKind rule) {
        this.rule = rule;
    }

    public Severity getSeverity() {
        return severity;
    }

    public void setSeverity(Severity severity) {
        this.severity = severity;
    }
}
