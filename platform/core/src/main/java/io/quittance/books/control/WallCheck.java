package io.quittance.books.control;

import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the server grants to a tenant's accounts. */
final class WallCheck {

    /** What must never change once written. */
    private static final Set<String> HISTORY = Set.of("journal_entry", "journal_line", "audit_event", "allocation", "payment_event",
            "gateway_delivery", "claim_movement", "invoice_document", "invoice_line", "invoice_tax");

    private WallCheck() {
    }

    static List<Finding> on(Connection connection, TenantBooks tenant) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Account account : accounts(connection, tenant)) {
            String grantee = "'" + account.user() + "'@'%'";
            globalGrants(connection, tenant, account, grantee, findings);
            schemaGrants(connection, tenant, account, grantee, findings);
            tableGrants(connection, tenant, account, grantee, findings);
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

    private static void globalGrants(Connection connection, TenantBooks tenant, Account account, String grantee, List<Finding> findings)
            throws SQLException {
        for (Grant grant : grants(connection,
                "SELECT '', '', privilege_type FROM information_schema.user_privileges WHERE grantee = ?", grantee)) {
            if (!"USAGE".equals(grant.privilege())) {
                findings.add(finding(tenant, account, "no rights on the whole server", grant.privilege()));
            }
        }
    }

    private static void schemaGrants(Connection connection, TenantBooks tenant, Account account, String grantee, List<Finding> findings)
            throws SQLException {
        for (Grant grant : grants(connection,
                "SELECT table_schema, '', privilege_type FROM information_schema.schema_privileges WHERE grantee = ?", grantee)) {
            if (!grant.schema().replace("\\_", "_").equals(tenant.schemaName())) {
                findings.add(finding(tenant, account, "its own schema only", grant.privilege() + " on " + grant.schema()));
            } else if (!grant.schema().equals(tenant.schemaName().replace("_", "\\_"))) {
                findings.add(finding(tenant, account, "its own schema only", grant.privilege() + " on the pattern " + grant.schema()));
            } else if (account.runtime() && !Set.of("SELECT", "INSERT").contains(grant.privilege())) {
                findings.add(finding(tenant, account, "SELECT and INSERT on all tables", grant.privilege()));
            }
        }
    }

    private static void tableGrants(Connection connection, TenantBooks tenant, Account account, String grantee, List<Finding> findings)
            throws SQLException {
        for (Grant grant : grants(connection,
                "SELECT table_schema, table_name, privilege_type FROM information_schema.table_privileges WHERE grantee = ?", grantee)) {
            if (!grant.schema().equals(tenant.schemaName())) {
                findings.add(finding(tenant, account, "its own schema only",
                        grant.privilege() + " on " + grant.schema() + "." + grant.table()));
            } else if (account.runtime() && HISTORY.contains(grant.table()) && !Set.of("SELECT", "INSERT").contains(grant.privilege())) {
                findings.add(finding(tenant, account, "history that cannot be changed", grant.privilege() + " on " + grant.table()));
            }
        }
    }

    private record Grant(String schema, String table, String privilege) {
    }

    private static List<Grant> grants(Connection connection, String sql, String grantee) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, grantee);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    grants.add(new Grant(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return grants;
    }

    private static Finding finding(TenantBooks tenant, Account account, String expected, String found) {
        return new Finding(Invariant.WALLS_STAND, tenant.slug(), "account " + account.user(), expected, found);
    }
}
