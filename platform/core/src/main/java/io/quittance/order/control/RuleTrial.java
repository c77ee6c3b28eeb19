package io.quittance.order.control;

import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.order.CanonicalOrder;
import io.quittance.order.ChannelAccount;
import io.quittance.order.Finding;
import io.quittance.order.OrderId;
import io.quittance.order.OrderState;
import io.quittance.order.RuleSet;
import io.quittance.order.Severity;
import io.quittance.order.Verdict;
import io.quittance.order.WhatIf;
import io.quittance.order.control.OrderFactFinder.Case;
import io.quittance.order.entity.KeptOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds past orders to other rules, without effect. */
@ApplicationScoped
public class RuleTrial {

    /** Orders that one trial looks at. */
    public static final int MOST = 1000;

    @Inject
    OrderRows orders;
    @Inject
    DocumentRows documents;
    @Inject
    OrderFactFinder finder;
    @Inject
    RuleRows rules;
    @Inject
    Clock clock;

    /** @param changed in the place of the account's own rules; what is different for customers stays */
    public WhatIf run(ChannelAccount account, RuleSet changed, int days) {
        Instant from = clock.instant().minus(Duration.ofDays(days));
        List<KeptOrder> found = orders.select("channel_id = ? AND revision > 0 AND received_at >= ? ORDER BY received_at DESC, id DESC"
                + " LIMIT ?", account.id().value(), Timestamp.from(from), MOST + 1);
        List<KeptOrder> looked = found.subList(0, Math.min(MOST, found.size()));
        Map<OrderId, String> texts = documents.newest(looked.stream().map(KeptOrder::id).toList());
        RuleSet now = rules.of(account);
        Map<CustomerId, RuleSet> own = new HashMap<>(rules.own(account.id()));
        List<WhatIf.Change> changes = new ArrayList<>();
        for (KeptOrder row : looked) {
            change(account, row, DocumentRows.order(texts.get(row.id())), now, changed, own).ifPresent(changes::add);
        }
        return new WhatIf(looked.size(), found.size() > MOST, changes);
    }

    private Optional<WhatIf.Change> change(ChannelAccount account, KeptOrder row, CanonicalOrder order, RuleSet now, RuleSet changed,
            Map<CustomerId, RuleSet> own) {
        LocalDate came = LocalDate.ofInstant(row.receivedAt(), account.settings().zone());
        Case one = finder.lookBack(account, row, order, came);
        RuleSet different = one.buyer().customer().map(Customer::id).map(own::get).orElse(RuleSet.NONE);
        List<Finding> before = OrderJudging.findings(one, now.with(different));
        List<Finding> after = OrderJudging.findings(one, changed.with(different));
        Verdict verdictNow = verdict(before);
        Verdict verdictThen = verdict(after);
        return verdictNow == verdictThen || row.state() == OrderState.DISCARDED ? Optional.empty()
                : Optional.of(new WhatIf.Change(row.id(), row.reference(), row.buyer(), row.gross(), row.receivedAt(), row.state(),
                        verdictNow, verdictThen, after));
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.stream().map(Finding::severity).reduce(Severity::or).map(worst -> switch (worst) {
            case REJECT -> Verdict.REJECT;
            case HOLD -> Verdict.HOLD;
            case WARN -> Verdict.PASS;
        }).orElse(Verdict.PASS);
    }
}
