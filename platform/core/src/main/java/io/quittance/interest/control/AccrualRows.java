package io.quittance.interest.control;

import io.quittance.interest.entity.Accrual;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The append-only table of what was accrued. Its key lets each step of a period be taken once. */
@ApplicationScoped
public class AccrualRows {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    Map<Accrual.Part, Accrual.Standing> of(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT kind, period, currency, SUM(amount_minor), COUNT(*)"
                    + " FROM interest_accrual WHERE invoice_id = ? GROUP BY kind, period, currency ORDER BY kind, period")) {
                select.setLong(1, invoice.value());
                Map<Accrual.Part, Accrual.Standing> found = new LinkedHashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(new Accrual.Part(ClaimKind.valueOf(row.getString(1)), row.getInt(2)),
                                new Accrual.Standing(Money.ofMinor(row.getLong(4), row.getString(3)), row.getInt(5)));
                    }
                }
                return found;
            }
        });
    }

    /** @param amount negative when it takes back */
    void add(InvoiceId invoice, Accrual.Part part, int number, ClaimId claim, LocalDate through, Money amount) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO interest_accrual (invoice_id, kind, period, number,"
                    + " claim_id, through_day, amount_minor, currency, accrued_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, invoice.value());
                insert.setString(2, part.kind().name());
                insert.setInt(3, part.period());
                insert.setInt(4, number);
                insert.setLong(5, claim.value());
                insert.setObject(6, through);
                insert.setLong(7, amount.minorUnits());
                insert.setString(8, amount.currency().getCurrencyCode());
                insert.setTimestamp(9, Timestamp.from(clock.instant()));
                return insert.executeUpdate();
            }
        });
    }
}
