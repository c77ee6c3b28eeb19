package io.quittance.invoice.control;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.Corrected;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** What took the place of money on claims. */
@ApplicationScoped
public class CorrectedRows {

    @Inject
    EntityManager entities;

    /** What of each claim of an invoice was credited and written off. */
    public Map<ClaimId, Corrected> corrected(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, currency, credited_minor, written_off_minor FROM claim WHERE invoice_id = ?"
                            + " ORDER BY due_date, position, id")) {
                select.setLong(1, invoice.value());
                Map<ClaimId, Corrected> found = new LinkedHashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(new ClaimId(row.getLong(1)), new Corrected(Money.ofMinor(row.getLong(3), row.getString(2)),
                                Money.ofMinor(row.getLong(4), row.getString(2))));
                    }
                }
                return found;
            }
        });
    }
}
