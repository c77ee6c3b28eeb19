package io.quittance.books.boundary;

import io.quittance.books.Audit;
import io.quittance.books.ChargeLog;
import io.quittance.books.Finding;
import io.quittance.books.control.ChargeCheck;
import io.quittance.books.control.TenantBooks;
import io.quittance.books.control.TenantCheck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The auditor: reads, never writes. All tenants and the platform are seen as of one instant, in one snapshot, so it may
 * run while the product works. Needs an account that may read every schema and the server's grants.
 */
public final class BooksAuditor {

    private final Connection connection;
    private final String platform;

    /**
     * @param connection open for as long as the auditor is used, and used by nobody else
     * @param prefix     of the schemas' names, {@code quittance.db.prefix}
     */
    public BooksAuditor(Connection connection, String prefix) {
        if (!prefix.matches("[a-z][a-z0-9]*")) {
            throw new IllegalArgumentException("a prefix of schemas has lower-case letters and digits only, not '" + prefix + "'");
        }
        this.connection = connection;
        this.platform = prefix + "_platform";
    }

    public Audit audit() throws SQLException {
        return audit(List.of());
    }

    /** One tenant's books alone. */
    public Audit auditOf(String slug) throws SQLException {
        return auditOf(slug, List.of());
    }

    /** @param logs logs of gateways to hold the tenant's receipts against */
    public Audit auditOf(String slug, List<ChargeLog> logs) throws SQLException {
        return audit(logs, Optional.of(slug));
    }

    /** @param logs logs of gateways to hold the receipts against */
    public Audit audit(List<ChargeLog> logs) throws SQLException {
        return audit(logs, Optional.empty());
    }

    private Audit audit(List<ChargeLog> logs, Optional<String> slug) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            session.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            try {
                return look(logs, tenants(slug));
            } finally {
                session.execute("ROLLBACK");
            }
        }
    }

    private Audit look(List<ChargeLog> logs, List<TenantBooks> tenants) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        long entries = 0;
        long payments = 0;
        for (TenantBooks tenant : tenants) {
            findings.addAll(TenantCheck.on(connection, tenant));
            entries += count("`" + tenant.schemaName() + "`.journal_entry", "1 = 1");
            payments += count("`" + tenant.schemaName() + "`.payment", "1 = 1");
        }
        for (ChargeLog log : logs) {
            findings.addAll(ChargeCheck.on(connection, tenants, log));
        }
        String inbox = "`" + platform + "`.webhook_inbox";
        return new Audit(tenants.stream().map(TenantBooks::slug).toList(), entries, payments, count(inbox, "state = 'WAITING'"),
                count(inbox, "state = 'DEAD'"), findings);
    }

    /** A tenant still being made has no books yet. */
    private List<TenantBooks> tenants(Optional<String> slug) throws SQLException {
        List<TenantBooks> tenants = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT t.id, t.slug, a.db_name FROM `" + platform + "`.tenant t JOIN `"
                + platform + "`.tenant_account a ON a.tenant_id = t.id AND a.purpose = 'RUNTIME' WHERE t.status <> 'PROVISIONING'"
                + (slug.isPresent() ? " AND t.slug = ?" : "") + " ORDER BY t.slug")) {
            if (slug.isPresent()) {
                select.setString(1, slug.get());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tenants.add(new TenantBooks(row.getLong(1), row.getString(2), row.getString(3), platform));
                }
            }
        }
        return tenants;
    }

    private long count(String table, String condition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE " + condition);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
