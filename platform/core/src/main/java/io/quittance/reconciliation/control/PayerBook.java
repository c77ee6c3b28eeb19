package io.quittance.reconciliation.control;

import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.reconciliation.StatementLine;
import io.quittance.reconciliation.entity.Leads;
import io.quittance.reconciliation.entity.Payers;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantSettings;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is known to pay for whom: what customers are called, and what earlier lines taught. Looked for by index, never read whole. */
@ApplicationScoped
public class PayerBook {

    /** In one question. */
    private static final int KEYS = 2_000;
    /** Whether the payers from before there were keys have theirs. */
    private static final String KEYED = "matching.payers.keyed";
    private static final String KEY = "INSERT IGNORE INTO known_payer_key (payer_id, account_key, name_key) VALUES (?, ?, ?)";

    @Inject
    EntityManager entities;
    @Inject
    Customers customers;
    @Inject
    TenantSettings settings;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** What is known of payers. @param customers all that are named in it @param taught what earlier lines taught of them */
    record Known(Payers payers, Set<CustomerId> customers, Set<Lesson> taught) {
    }

    /** Who paid for whom, word for word. */
    record Lesson(CustomerId customer, String name, String account) {
    }

    /** Of whoever pays from one of the accounts or under one of the names. */
    Known known(Leads leads) {
        if (settings.find(KEYED).isEmpty()) {
            keyAll();
        }
        Payers payers = new Payers(customers.count());
        Set<CustomerId> named = new HashSet<>();
        Set<Lesson> taught = new HashSet<>();
        customers.called(leads.names()).forEach((customer, name) -> {
            payers.isCalled(name, customer);
            named.add(customer);
        });
        for (Map.Entry<String, Set<String>> by : Map.of("account_key", leads.accounts(), "name_key", leads.names()).entrySet()) {
            Sql.chunks(by.getValue(), KEYS).forEach(keys -> taught.addAll(read(by.getKey(), keys)));
        }
        taught.forEach(lesson -> {
            payers.isCalled(lesson.name(), lesson.customer());
            payers.pays(lesson.account(), lesson.customer());
            named.add(lesson.customer());
        });
        return new Known(payers, named, taught);
    }

    private List<Lesson> read(String column, List<String> keys) {
        return Sql.select(entities, "SELECT p.customer_id, p.name, p.account FROM known_payer_key k"
                + " JOIN known_payer p ON p.id = k.payer_id WHERE k." + column + " IN (" + Sql.marks(keys.size()) + ")",
                row -> new Lesson(new CustomerId(row.getLong(1)), row.getString(2), row.getString(3)), keys);
    }

    /** What a line taught. */
    record Taught(StatementLine line, CustomerId customer) {
    }

    /** Whoever sent these lines pays for those customers. @param known of the lines' payers: nothing is learnt twice */
    void learn(List<Taught> taught, Known known) {
        Set<Lesson> old = new HashSet<>(known.taught());
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO known_payer (id, customer_id, name, account,"
                    + " line_id, seen_at) VALUES (?, ?, ?, ?, ?, ?)"); PreparedStatement key = connection.prepareStatement(KEY)) {
                for (Taught each : taught) {
                    StatementLine line = each.line();
                    boolean told = !line.counterparty().isEmpty() || !line.counterpartyAccount().isEmpty();
                    if (told && old.add(new Lesson(each.customer(), line.counterparty(), line.counterpartyAccount()))) {
                        long id = ids.next();
                        insert.setLong(1, id);
                        insert.setLong(2, each.customer().value());
                        insert.setString(3, line.counterparty());
                        insert.setString(4, line.counterpartyAccount());
                        insert.setLong(5, line.id());
                        insert.setTimestamp(6, Timestamp.from(clock.instant()));
                        insert.addBatch();
                        key(key, id, line.counterpartyAccount(), line.counterparty());
                    }
                }
                insert.executeBatch();
                return key.executeBatch();
            }
        });
    }

    private static void key(PreparedStatement insert, long id, String account, String name) throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, Leads.accountKey(account));
        insert.setString(3, Leads.nameKey(name));
        insert.addBatch();
    }

    /** Once for each tenant: later ones get their keys with them. */
    private void keyAll() {
        Sql.call(entities, PayerBook::keyAll);
        settings.put(KEYED, "yes");
    }

    private static int[] keyAll(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, account, name FROM known_payer");
                PreparedStatement insert = connection.prepareStatement(KEY); ResultSet row = select.executeQuery()) {
            boolean any = false;
            while (row.next()) {
                key(insert, row.getLong(1), row.getString(2), row.getString(3));
                any = true;
            }
            return any ? insert.executeBatch() : new int[0];
        }
    }
}
