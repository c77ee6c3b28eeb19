package io.quittance.books.control;

import io.quittance.books.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All checks of one tenant. */
public final class TenantCheck {

    private TenantCheck() {
    }

    public static List<Finding> on(Connection connection, TenantBooks tenant) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (SqlCheck check : LedgerChecks.ALL) {
            findings.addAll(check.on(connection, tenant));
        }
        for (SqlCheck check : PaymentChecks.ALL) {
            findings.addAll(check.on(connection, tenant));
        }
        for (SqlCheck check : InterestChecks.ALL) {
            findings.addAll(check.on(connection, tenant));
        }
        for (SqlCheck check : CorrectionChecks.ALL) {
            findings.addAll(check.on(connection, tenant));
        }
        findings.addAll(NumberCheck.on(connection, tenant));
        findings.addAll(WallCheck.on(connection, tenant));
        return findings;
    }
}
