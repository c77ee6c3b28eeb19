package io.quittance.order.boundary;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.live.LiveChanges;
import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelId;
import io.quittance.order.RuleSet;
import io.quittance.order.RulesOutcome;
import io.quittance.order.WhatIf;
import io.quittance.order.control.ChannelRows;
import io.quittance.order.control.RuleChecks;
import io.quittance.order.control.RuleRows;
import io.quittance.order.control.RuleTrial;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that orders are held to, by channel's account and by customer there. Each version is kept. */
@Boundary
public class RuleBook {

    /** Days that a trial looks back at most. */
    public static final int MOST_DAYS = 365;
    private static final String KIND = "order-rules";

    @Inject
    RuleRows rows;
    @Inject
    RuleTrial trial;
    @Inject
    ChannelRows channels;
    @Inject
    Customers customers;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;

    /** Empty when there is no such account. */
    @Requires({Permission.ORDER_READ, Permission.SETTINGS_READ})
    public Optional<RuleSet> of(ChannelId channel) {
        return channels.find(channel).map(rows::of);
    }

    /** What an account of its kind begins with; empty when there is no such account. */
    @Requires({Permission.ORDER_READ, Permission.SETTINGS_READ})
    public Optional<RuleSet> beginning(ChannelId channel) {
        return channels.find(channel).map(ChannelAccount::kind).map(rows::beginning);
    }

    /** What is different for customers there, only where something is. */
    @Requires({Permission.ORDER_READ, Permission.SETTINGS_READ})
    public Map<CustomerId, RuleSet> ofCustomers(ChannelId channel) {
        return rows.own(channel);
    }

    /** From the next judgement on; what was refused stays so until it is tried again. */
    @Requires(Permission.SETTINGS_WRITE)
    public RulesOutcome change(ChannelId channel, RuleSet rules) {
        Optional<ChannelAccount> account = channels.lock(channel);
        if (account.isEmpty()) {
            return new RulesOutcome.Unknown();
        }
        List<Fault> faults = RuleChecks.check(rules);
        if (!faults.isEmpty()) {
            return new RulesOutcome.Refused(faults);
        }
        RuleSet before = rows.of(account.get());
        if (!before.equals(rules)) {
            rows.put(channel, Optional.empty(), rules);
            note(channel, before, rules);
        }
        return new RulesOutcome.Changed(rules);
    }

    /** @param own what is different for the customer there; {@link RuleSet#NONE} for nothing */
    @Requires(Permission.SETTINGS_WRITE)
    public RulesOutcome changeFor(ChannelId channel, CustomerId customer, RuleSet own) {
        if (channels.lock(channel).isEmpty() || customers.find(customer).isEmpty()) {
            return new RulesOutcome.Unknown();
        }
        List<Fault> faults = RuleChecks.check(own);
        if (!faults.isEmpty()) {
            return new RulesOutcome.Refused(faults);
        }
        RuleSet before = rows.own(channel, customer);
        if (!before.equals(own)) {
            rows.put(channel, Optional.of(customer), own);
            note(channel, Map.of("customer", customer.value(), "rules", before), Map.of("customer", customer.value(), "rules", own));
        }
        return new RulesOutcome.Changed(own);
    }

    /**
     * What the account's orders of the last days would have become under other rules; nothing changes.
     *
     * @param days 1 to {@value #MOST_DAYS}
     * @return empty when there is no such account
     */
    @Requires({Permission.ORDER_READ, Permission.ORDER_REPLAY})
    public Optional<WhatIf> whatIf(ChannelId channel, RuleSet changed, int days) {
        return channels.find(channel).map(account -> trial.run(account, changed, Math.clamp(days, 1, MOST_DAYS)));
    }

    private void note(ChannelId channel, Object before, Object after) {
        audit.record("changed", KIND, channel.value(), before, after);
        changes.announce("order-channel", channel.value());
    }
}
