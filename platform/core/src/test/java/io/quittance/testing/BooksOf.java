package io.quittance.testing;

import io.quittance.books.Finding;
import io.quittance.books.boundary.BooksAuditor;
import io.quittance.tenancy.Tenant;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** What the auditor finds in a tenant's books. */
public final class BooksOf {

    private BooksOf() {
    }

    public static List<Finding> findings(Tenant tenant) {
        String url = System.getProperty("quittance.db.url").replaceFirst("/?$", "/information_schema");
        try (Connection admin = DriverManager.getConnection(url, System.getProperty("quittance.db.user"),
                System.getProperty("quittance.db.password"))) {
            return new BooksAuditor(admin, System.getProperty("quittance.db.prefix")).auditOf(tenant.slug()).findings();
        } catch (SQLException refused) {
            throw new AssertionError("the auditor cannot read", refused);
        }
    }
}
