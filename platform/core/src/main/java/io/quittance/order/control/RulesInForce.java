package io.quittance.order.control;

import io.quittance.customer.CustomerId;
import io.quittance.order.ChannelAccount;
import io.quittance.order.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The rules that an order is held to: its account's, and what is different for its customer there. */
@ApplicationScoped
public class RulesInForce {

    @Inject
    RuleRows rows;

    public RuleSet of(ChannelAccount account, Optional<CustomerId> customer) {
        RuleSet all = rows.of(account);
        return customer.map(whose -> all.with(rows.own(account.id(), whose))).orElse(all);
    }
}
