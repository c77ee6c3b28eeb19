package io.quittance.order.control;

import io.quittance.Fault;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.IssueOutcome;
import io.quittance.invoice.boundary.Invoicing;
import io.quittance.live.LiveChanges;
import io.quittance.order.Acceptance;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.Finding;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.order.RuleKind;
import io.quittance.order.RuleSet;
import io.quittance.order.Severity;
import io.quittance.order.control.OrderFactFinder.Case;
import io.quittance.order.entity.Judgement;
import io.quittance.order.entity.KeptOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** Decides on orders, each by itself and one after the other, and makes invoices of those that no rule refuses. */
@ApplicationScoped
public class OrderJudging {

    @Inject
    ChannelRows channels;
    @Inject
    OrderRows orders;
    @Inject
    DocumentRows documents;
    @Inject
    JudgementRows judgements;
    @Inject
    OrderFactFinder finder;
    @Inject
    RulesInForce rules;
    @Inject
    OrderAcceptance acceptance;
    @Inject
    Invoicing invoicing;
    @Inject
    AuditTrail audit;
    @Inject
    OrderTelling telling;
    @Inject
    LiveChanges changes;
    @Inject
    Clock clock;

    /** An order that was decided on. */
    private record Decided(KeptOrder row, Optional<ChannelAccount> account, OrderState state, Optional<CustomerId> customer,
            Optional<InvoiceId> invoice, boolean draft, List<Finding> findings) {

        Decided with(List<Finding> more) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(more);
            return new Decided(row, account, state, customer, invoice, draft, all);
        }
    }

    /** @param rows held, and waiting to be judged */
    public void judge(List<KeptOrder> rows) {
        Map<OrderId, String> texts = documents.newest(rows.stream().map(KeptOrder::id).toList());
        Map<ChannelId, ChannelAccount> accounts = new HashMap<>();
        rows.stream().map(KeptOrder::channel).distinct()
                .forEach(id -> accounts.put(id, channels.find(id).orElseThrow()));
        List<Decided> decided = new ArrayList<>();
        for (KeptOrder row : rows) {
            Decided one = decide(accounts.get(row.channel()), row, DocumentRows.order(texts.get(row.id())));
            orders.update("state = ?, customer_id = ?, invoice_id = ?, judged_at = ?, attempts = 0 WHERE id = ?", one.state().name(),
                    one.customer().map(CustomerId::value).orElse(null), one.invoice().map(InvoiceId::value).orElse(null),
                    Timestamp.from(clock.instant()), row.id().value());
            decided.add(one);
        }
        List<Decided> issued = issue(decided);
        judgements.addAll(issued.stream().map(one -> new Judgement(one.row().id(), one.row().channel(), one.row().judgedAt().isEmpty(),
                one.row().revision(), one.state(), one.row().gross(), one.findings())).toList());
        issued.forEach(this::tell);
    }

    private Decided decide(ChannelAccount account, KeptOrder row, CanonicalOrder order) {
        Case one = finder.look(account, row, order);
        RuleSet inForce = rules.of(account, one.buyer().customer().map(Customer::id));
        List<Finding> findings = findings(one, inForce);
        Optional<CustomerId> customer = one.buyer().customer().map(Customer::id);
        Optional<Severity> worst = findings.stream().map(Finding::severity).reduce(Severity::or).filter(is -> is != Severity.WARN);
        if (worst.isPresent()) {
            OrderState state = worst.get() == Severity.REJECT ? OrderState.REJECTED : OrderState.HELD;
            return new Decided(row, Optional.of(account), state, customer, Optional.empty(), false, findings);
        }
        boolean passedOver = findings.stream().anyMatch(finding -> finding.rule() == RuleKind.KNOWN_CUSTOMER);
        OrderAcceptance.Made made = acceptance.make(one, passedOver || OrderAcceptance.createsStrangers(one));
        OrderState state = made.invoice().isPresent() ? OrderState.ACCEPTED : OrderState.REJECTED;
        return new Decided(row, Optional.of(account), state, made.customer(), made.invoice(), made.draft(), findings)
                .with(made.faults().stream().map(fault -> new Finding(RuleKind.INVOICE, Severity.REJECT, fault)).toList());
    }

    /** What the order breaks, with what a person decided to pass over as warnings. */
    static List<Finding> findings(Case one, RuleSet rules) {
        List<Finding> all = new ArrayList<>();
        if (one.row().arrival() > 1) {
            all.add(new Finding(RuleKind.REFERENCE, Severity.HOLD, Fault.of("reference", one.order().reference(), "order.conflict")));
        }
        boolean strangersWelcome = OrderAcceptance.createsStrangers(one) && !one.buyer().ambiguous();
        OrderRules.check(one.order(), rules, one.facts()).stream()
                .filter(finding -> finding.rule() != RuleKind.KNOWN_CUSTOMER || !strangersWelcome).forEach(all::add);
        return all.stream().map(finding -> finding.severity() == Severity.HOLD && one.row().waived().contains(finding.rule())
                ? new Finding(finding.rule(), Severity.WARN, finding.fault()) : finding).toList();
    }

    /** Issues the drafts of accounts that say so. What cannot be issued stays a draft, and says why. */
    private List<Decided> issue(List<Decided> decided) {
        Map<InvoiceId, IssueOutcome> outcomes = new LinkedHashMap<>();
        for (Acceptance wanted : List.of(Acceptance.ISSUE, Acceptance.ISSUE_AND_SEND)) {
            SequencedSet<InvoiceId> drafts = decided.stream().filter(Decided::draft)
                    .filter(one -> one.account().orElseThrow().settings().acceptance() == wanted)
                    .flatMap(one -> one.invoice().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!drafts.isEmpty()) {
                outcomes.putAll(invoicing.issueAll(drafts, wanted == Acceptance.ISSUE_AND_SEND));
            }
        }
        return decided.stream().map(one -> one.invoice().map(outcomes::get)
                .filter(IssueOutcome.Refused.class::isInstance).map(IssueOutcome.Refused.class::cast)
                .map(refused -> one.with(refused.faults().stream()
                        .map(fault -> new Finding(RuleKind.INVOICE, Severity.WARN, fault)).toList()))
                .orElse(one)).toList();
    }

    private void tell(Decided one) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("reference", one.row().reference());
        after.put("revision", one.row().revision());
        one.row().gross().ifPresent(gross -> after.put("gross", gross));
        one.invoice().ifPresent(invoice -> after.put("invoice", invoice.value()));
        after.put("findings", one.findings().stream().map(finding -> finding.rule() + " " + finding.severity() + " "
                + finding.fault().field()).toList());
        audit.record(one.state().name().toLowerCase(Locale.ROOT), OrderKeeping.KIND, one.row().id().value(), null, after);
        telling.decided(one.row(), one.state(), one.customer(), one.invoice(), one.findings());
        changes.announce(OrderKeeping.KIND, one.row().id().value());
    }

    /** Takes an order out of the work that fails again and again. */
    public void bury(KeptOrder row, String reason) {
        orders.update("state = 'DEAD', judged_at = ?, attempts = attempts + 1 WHERE id = ?", Timestamp.from(clock.instant()),
                row.id().value());
        Finding finding = new Finding(RuleKind.WORK, Severity.REJECT, Fault.of("", reason, "order.workFailed"));
        judgements.addAll(List.of(new Judgement(row.id(), row.channel(), row.judgedAt().isEmpty(), row.revision(), OrderState.DEAD,
                row.gross(), List.of(finding))));
        tell(new Decided(row, Optional.empty(), OrderState.DEAD, row.customer(), Optional.empty(), false, List.of(finding)));
    }
}
