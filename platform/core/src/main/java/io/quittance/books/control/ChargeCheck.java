package io.quittance.books.control;

import io.quittance.books.ChargeLog;
import io.quittance.books.Finding;
import io.quittance.books.Invariant;
import io.quittance.spi.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway's own log of captures against the receipts of all tenants, both ways. */
public final class ChargeCheck {

    private static final String CAPTURED = "payment WHERE gateway = ? AND state IN ('CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED', 'DISPUTED',"
            + " 'CHARGED_BACK')";

    private ChargeCheck() {
    }

    private record Receipt(String tenant, Money gross) {
    }

    public static List<Finding> on(Connection connection, List<TenantBooks> tenants, ChargeLog log) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Receipt> receipts = receipts(connection, tenants, log.gateway(), findings);
        log.captures().forEach((reference, captured) -> {
            Receipt receipt = receipts.remove(reference);
            if (receipt == null || !receipt.gross().equals(captured)) {
                findings.add(new Finding(Invariant.CHARGES_MATCH_RECEIPTS, receipt == null ? "" : receipt.tenant(), "charge " + reference,
                        captured.toString(), receipt == null ? "no receipt" : receipt.gross().toString()));
            }
        });
        receipts.forEach((reference, receipt) -> findings.add(new Finding(Invariant.CHARGES_MATCH_RECEIPTS, receipt.tenant(),
                "receipt " + reference, "a charge in the log of " + log.gateway(), receipt.gross() + " without one")));
        return findings;
    }

    private static Map<String, Receipt> receipts(Connection connection, List<TenantBooks> tenants, String gateway, List<Finding> findings)
            throws SQLException {
        Map<String, Receipt> receipts = new HashMap<>();
        for (TenantBooks tenant : tenants) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT reference, gross_minor, currency FROM " + tenant.schema() + CAPTURED)) {
                select.setString(1, gateway);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Receipt receipt = new Receipt(tenant.slug(), Money.ofMinor(row.getLong(2), row.getString(3)));
                        Receipt twin = receipts.put(row.getString(1), receipt);
                        if (twin != null) {
                            findings.add(new Finding(Invariant.CHARGES_MATCH_RECEIPTS, tenant.slug(), "charge " + row.getString(1),
                                    "one receipt", "another at " + twin.tenant()));
                        }
                    }
                }
            }
        }
        return receipts;
    }
}
