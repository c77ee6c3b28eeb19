package io.quittance.interest.control;

import io.quittance.config.Json;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerKind;
import io.quittance.interest.CustomerInterest;
import io.quittance.interest.InterestLaw;
import io.quittance.interest.InterestPolicy;
import io.quittance.interest.NoInterest;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The tenant's policy and what holds for single customers. */
@ApplicationScoped
public class PolicyStore {

    private static final String POLICY = "interest.policy";
    private static final String SWEPT = "interest.swept";
    private static final Duration OVERLAP = Duration.ofHours(1);

    @Inject
    EntityManager entities;
    @Inject
    TenantSettings settings;
    @Inject
    LawTable laws;
    @Inject
    CurrentTenant tenant;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** What holds for an invoice: either a reason why nothing does, or all the rest. */
    record Terms(Optional<NoInterest> none, Optional<InterestLaw> law, Optional<InterestLaw.Debtors> rule, LocalDate since,
            InterestPolicy policy) {
    }

    public InterestPolicy read() {
        return settings.find(POLICY).map(stored -> json.read(stored, InterestPolicy.class))
                .orElseGet(() -> InterestPolicy.off(tenant.get().today(clock)));
    }

    public void write(InterestPolicy policy) {
        settings.put(POLICY, json.write(policy));
    }

    /** From when on movements may not have been looked at: an hour before the last complete sweep, for units that overlapped. */
    public Instant touchedSince() {
        return settings.find(SWEPT).map(Instant::parse).map(began -> began.minus(OVERLAP))
                .orElseGet(() -> read().since().atStartOfDay(tenant.get().zone()).toInstant());
    }

    public void sweptAt(Instant began) {
        settings.put(SWEPT, began.toString());
    }

    Terms terms(CustomerId customer, CustomerKind kind) {
        InterestPolicy policy = read();
        Optional<CustomerInterest> own = ofCustomer(customer);
        boolean always = own.filter(choice -> choice.choice() == CustomerInterest.Choice.ALWAYS).isPresent();
        Optional<InterestLaw> law = laws.find(policy.law().orElse(tenant.get().country()));
        Optional<InterestLaw.Debtors> rule = law.flatMap(known -> known.against(kind));
        LocalDate since = always && !policy.active() ? own.orElseThrow().since() : policy.since();
        return new Terms(none(policy, own, always, kind, law, rule), law, rule, since, policy);
    }

    private static Optional<NoInterest> none(InterestPolicy policy, Optional<CustomerInterest> own, boolean always, CustomerKind kind,
            Optional<InterestLaw> law, Optional<InterestLaw.Debtors> rule) {
        if (own.isPresent() && !always) {
            return Optional.of(NoInterest.CUSTOMER);
        }
        if (!policy.active() && !always) {
            return Optional.of(NoInterest.OFF);
        }
        if (law.isEmpty()) {
            return Optional.of(NoInterest.NO_LAW);
        }
        boolean spared = kind == CustomerKind.CONSUMER && !policy.consumers() && !always;
        return spared || rule.isEmpty() ? Optional.of(NoInterest.CONSUMER) : Optional.empty();
    }

    public Optional<CustomerInterest> ofCustomer(CustomerId customer) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT choice, since FROM interest_customer WHERE customer_id = ?")) {
                select.setLong(1, customer.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new CustomerInterest(CustomerInterest.Choice.valueOf(row.getString(1)),
                            row.getObject(2, LocalDate.class))) : Optional.empty();
                }
            }
        });
    }

    /** @param choice empty for as the policy says */
    public void choose(CustomerId customer, Optional<CustomerInterest> choice) {
        Sql.call(entities, connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM interest_customer WHERE customer_id = ?")) {
                delete.setLong(1, customer.value());
                delete.executeUpdate();
            }
            if (choice.isPresent()) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO interest_customer (customer_id, choice, since) VALUES (?, ?, ?)")) {
                    insert.setLong(1, customer.value());
                    insert.setString(2, choice.get().choice().name());
                    insert.setObject(3, choice.get().since());
                    insert.executeUpdate();
                }
            }
            return null;
        });
    }

    /** Whether anything may ever be claimed as things are. */
    public boolean isWanted() {
        return read().active() || Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT 1 FROM interest_customer WHERE choice = 'ALWAYS' LIMIT 1"); ResultSet row = select.executeQuery()) {
                return row.next();
            }
        });
    }
}
