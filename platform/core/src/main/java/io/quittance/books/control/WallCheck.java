package io.quittance.books.control;

import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the server grants to a tenant's accounts, asked account by account: its views of all grants grow with every tenant. */
final class WallCheck {

    /** What must never change once written. */
    private static final Set<String> HISTORY = Set.of("journal_entry", "journal_line", "audit_event", "allocation", "payment_event",
            "gateway_delivery", "claim_movement", "period_decision", "invoice_document", "invoice_line", "invoice_tax");

    private WallCheck() {
    }

    static List<Finding> on(Connection connection, TenantBooks tenant) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Account account : accounts(connection, tenant)) {
            for (Grant grant : grants(connection, account)) {
                wrong(tenant, account, grant).ifPresent(expected -> findings.add(new Finding(Invariant.WALLS_STAND, tenant.slug(),
                        "account " + account.user(), expected, grant.toString())));
            }
        }
        return findings;
    }

    private record Account(String user, boolean runtime) {
    }

    private static List<Account> accounts(Connection connection, TenantBooks tenant) throws SQLException {
        List<Account> accounts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT db_user, purpose FROM " + tenant.platform() + "tenant_account WHERE tenant_id = ?")) {
            select.setLong(1, tenant.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    accounts.add(new Account(row.getString(1), "RUNTIME".equals(row.getString(2))));
                }
            }
        }
        return accounts;
    }

    private static List<Grant> grants(Connection connection, Account account) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        try (Statement show = connection.createStatement();
                ResultSet row = show.executeQuery("SHOW GRANTS FOR '" + account.user() + "'@'%'")) {
            while (row.next()) {
                grants.addAll(Grant.parse(row.getString(1)));
            }
        }
        return grants;
    }

    /** @return what there should be instead; empty when nothing is wrong */
    private static Optional<String> wrong(TenantBooks tenant, Account account, Grant grant) {
        if (grant.isServerWide()) {
            return grant.privilege().equals("USAGE") ? Optional.empty() : Optional.of("no rights on the whole server");
        }
        boolean reads = grant.privilege().equals("SELECT") || grant.privilege().equals("INSERT");
        if (grant.isSchemaWide()) {
            // An underscore that is not escaped stands for any letter, and so for other schemas.
            if (!grant.schema().equals(tenant.schemaName().replace("_", "\\_"))) {
                return Optional.of("its own schema only");
            }
            return account.runtime() && !reads ? Optional.of("SELECT and INSERT on all tables") : Optional.empty();
        }
        if (!grant.schema().equals(tenant.schemaName())) {
            return Optional.of("its own schema only");
        }
        return account.runtime() && HISTORY.contains(grant.table()) && !reads ? Optional.of("history that cannot be changed")
                : Optional.empty();
    }
}
