package io.quittance.reconciliation.control;

import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.entity.Payers;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;

/** Who is known to pay for whom: what customers are called, and what earlier lines taught. */
@ApplicationScoped
public class PayerBook {

    @Inject
    EntityManager entities;
    @Inject
    Customers customers;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    Payers known() {
        Payers payers = new Payers();
        customers.names().forEach((customer, name) -> payers.isCalled(name, customer));
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT customer_id, name, account FROM known_payer");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CustomerId customer = new CustomerId(row.getLong(1));
                    payers.isCalled(row.getString(2), customer);
                    payers.pays(row.getString(3), customer);
                }
            }
            return payers;
        });
    }

    /** Whoever sent this line pays for that customer. */
    void learn(StatementLine line, CustomerId customer) {
        if (line.counterparty().isEmpty() && line.counterpartyAccount().isEmpty()) {
            return;
        }
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO known_payer (id, customer_id, name, account,"
                    + " line_id, seen_at) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, ids.next());
                insert.setLong(2, customer.value());
                insert.setString(3, line.counterparty());
                insert.setString(4, line.counterpartyAccount());
                insert.setLong(5, line.id());
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }
}
