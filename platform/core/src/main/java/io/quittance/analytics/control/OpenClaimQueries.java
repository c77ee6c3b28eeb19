package io.quittance.analytics.control;

import io.quittance.analytics.AgingBand;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is open, by currency and due date. The database sums per due date, of which there are few; bands are cut here, by
 * the one rule that {@link AgingBand} states.
 */
@ApplicationScoped
public class OpenClaimQueries {

    /** Reads the index of open claims alone, however many are settled. */
    private static final String NOW = "SELECT currency, due_date, SUM(open_minor), COUNT(*) FROM claim WHERE open_minor > 0"
            + " GROUP BY currency, due_date";

    /** The sub-ledger of receivables up to a day: what was booked later had not happened yet. */
    private static final String AS_OF = "SELECT past.currency, c.due_date, SUM(past.open_minor), COUNT(*) FROM"
            + " (SELECT l.claim_id, l.currency, SUM(l.amount_minor) AS open_minor FROM journal_line l"
            + " WHERE l.account_code = (SELECT code FROM ledger_account WHERE role = 'RECEIVABLES') AND l.booked_on <= ?"
            + " GROUP BY l.claim_id, l.currency HAVING SUM(l.amount_minor) > 0) past"
            + " JOIN claim c ON c.id = past.claim_id GROUP BY past.currency, c.due_date";

    @Inject
    EntityManager entities;

    Map<Currency, List<OpenBand>> now(LocalDate today) {
        return Sql.call(entities, connection -> bands(connection, today, NOW));
    }

    Map<Currency, List<OpenBand>> asOf(LocalDate day) {
        return Sql.call(entities, connection -> bands(connection, day, AS_OF, day));
    }

    private static Map<Currency, List<OpenBand>> bands(Connection connection, LocalDate day, String sql, Object... values)
            throws SQLException {
        Map<String, EnumMap<AgingBand, OpenBand>> bands = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String currency = found.getString(1);
                    long late = Math.max(0, found.getObject(2, LocalDate.class).until(day, ChronoUnit.DAYS));
                    long claims = found.getLong(4);
                    OpenBand row = new OpenBand(AgingBand.of(late), Money.ofMinor(found.getLong(3), currency), claims,
                            Math.multiplyExact(late, claims));
                    bands.computeIfAbsent(currency, key -> new EnumMap<>(AgingBand.class)).merge(row.band(), row, OpenClaimQueries::sum);
                }
            }
        }
        Map<Currency, List<OpenBand>> result = new HashMap<>();
        bands.forEach((currency, found) -> result.put(Currency.getInstance(currency), new ArrayList<>(found.values())));
        return result;
    }

    private static OpenBand sum(OpenBand one, OpenBand other) {
        return new OpenBand(one.band(), one.open().plus(other.open()), one.claims() + other.claims(),
                one.daysPastDue() + other.daysPastDue());
    }
}
