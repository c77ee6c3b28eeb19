package io.quittance.allocation.control;

import io.quittance.access.CurrentActor;
import io.quittance.allocation.AllocationRules;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.customer.CustomerId;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The order of strategies of the tenant (under customer 0) and of customers that have one of their own. */
@ApplicationScoped
public class RuleStore {

    private static final long TENANT = 0;

    @Inject
    EntityManager entities;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** The tenant's; the standard when it has chosen none. */
    public AllocationRules tenant() {
        return read("customer_id = ?", TENANT).orElse(AllocationRules.STANDARD);
    }

    public Optional<List<AllocationStrategy>> ofCustomer(CustomerId customer) {
        return read("customer_id = ?", customer.value()).map(AllocationRules::order);
    }

    /** What holds for a customer: its own order, else the tenant's. */
    public List<AllocationStrategy> order(Optional<CustomerId> customer) {
        return read("customer_id IN (0, ?) ORDER BY customer_id DESC LIMIT 1", customer.map(CustomerId::value).orElse(TENANT))
                .orElse(AllocationRules.STANDARD).order();
    }

    /** Like {@link #order}, asking once for each customer. For one batch only. */
    Orders orders() {
        Map<Optional<CustomerId>, List<AllocationStrategy>> asked = new HashMap<>();
        return customer -> asked.computeIfAbsent(customer, this::order);
    }

    public void write(AllocationRules rules) {
        write(TENANT, rules);
    }

    public void write(CustomerId customer, List<AllocationStrategy> order) {
        write(customer.value(), new AllocationRules(order, false));
    }

    /** From now on the tenant's order holds. @return false when the customer had none of its own */
    public boolean forget(CustomerId customer) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM allocation_rule WHERE customer_id = ?")) {
                delete.setLong(1, customer.value());
                return delete.executeUpdate() == 1;
            }
        });
    }

    private Optional<AllocationRules> read(String condition, long owner) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT strategies, automatic FROM allocation_rule WHERE " + condition)) {
                select.setLong(1, owner);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new AllocationRules(Arrays.stream(row.getString(1).split(","))
                            .map(AllocationStrategy::valueOf).toList(), row.getBoolean(2))) : Optional.empty();
                }
            }
        });
    }

    private void write(long owner, AllocationRules rules) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO allocation_rule (customer_id, strategies, automatic,"
                    + " changed_at, actor) VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE strategies = VALUES(strategies),"
                    + " automatic = VALUES(automatic), changed_at = VALUES(changed_at), actor = VALUES(actor)")) {
                insert.setLong(1, owner);
                insert.setString(2, rules.order().stream().map(AllocationStrategy::name).collect(Collectors.joining(",")));
                insert.setBoolean(3, rules.automatic());
                insert.setTimestamp(4, Timestamp.from(clock.instant()));
                insert.setString(5, actor.get().label());
                return insert.executeUpdate();
            }
        });
    }
}
