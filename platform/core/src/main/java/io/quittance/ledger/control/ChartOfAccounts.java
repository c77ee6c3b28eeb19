package io.quittance.ledger.control;

import io.quittance.config.Json;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.LedgerAccount;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tenant's accounts. Rows are never changed, so what was read once stays true; an absent role is read again. */
@ApplicationScoped
public class ChartOfAccounts {

    @Inject
    EntityManager entities;
    @Inject
    CurrentTenant tenant;
    @Inject
    Json json;

    private final Map<TenantId, Map<AccountRole, LedgerAccount>> charts = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when provisioning has not made the chart */
    LedgerAccount of(AccountRole role) {
        LedgerAccount account = chart().get(role);
        if (account == null) {
            throw new IllegalStateException("the chart of tenant " + tenant.get().slug() + " has no account for " + role);
        }
        return account;
    }

    public Optional<LedgerAccount> find(String code) {
        return chart().values().stream().filter(account -> account.code().equals(code)).findFirst();
    }

    public List<LedgerAccount> all() {
        return List.copyOf(chart().values());
    }

    LedgerAccount require(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("the journal names account " + code + ", the chart does not"));
    }

    /** Adds the accounts whose code is not there yet. */
    public void add(List<LedgerAccount> accounts) {
        Sql.call(entities, connection -> {
            Map<AccountRole, LedgerAccount> present = load(connection);
            try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ledger_account (code, role, names) VALUES (?, ?, ?)")) {
                for (LedgerAccount account : accounts) {
                    if (!present.containsKey(account.role())) {
                        insert.setString(1, account.code());
                        insert.setString(2, account.role().name());
                        insert.setString(3, json.write(account.names()));
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            return null;
        });
        charts.remove(tenant.get().id());
    }

    private Map<AccountRole, LedgerAccount> chart() {
        TenantId id = tenant.get().id();
        Map<AccountRole, LedgerAccount> known = charts.get(id);
        if (known == null || known.size() < AccountRole.values().length) {
            known = Sql.call(entities, this::load);
            charts.put(id, known);
        }
        return known;
    }

    private Map<AccountRole, LedgerAccount> load(Connection connection) throws SQLException {
        List<LedgerAccount> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT code, role, names FROM ledger_account ORDER BY code");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new LedgerAccount(row.getString(1), AccountRole.valueOf(row.getString(2)), json.readTexts(row.getString(3))));
            }
        }
        Map<AccountRole, LedgerAccount> accounts = new LinkedHashMap<>();
        rows.forEach(account -> accounts.put(account.role(), account));
        return accounts;
    }
}
