package io.quittance.ledger.control;

import io.quittance.ledger.AccountRole;
import io.quittance.ledger.AsOf;
import io.quittance.ledger.OpenItem;
import io.quittance.ledger.TrialBalanceRow;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** Sums of the journal at two times: the day that lines are booked on, and the instant at which they were posted. */
@ApplicationScoped
public class BalanceQueries {

    private static final String KNOWN = " JOIN journal_entry e ON e.id = l.entry_id AND e.posted_at <= ?";

    @Inject
    EntityManager entities;
    @Inject
    ChartOfAccounts chart;

    public List<TrialBalanceRow> trialBalance(AsOf asOf) {
        return Sql.call(entities, connection -> {
            List<TrialBalanceRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT l.account_code, l.currency,"
                    + " SUM(CASE WHEN l.amount_minor > 0 THEN l.amount_minor ELSE 0 END),"
                    + " SUM(CASE WHEN l.amount_minor < 0 THEN -l.amount_minor ELSE 0 END) FROM journal_line l" + known(asOf)
                    + " WHERE l.booked_on <= ? GROUP BY l.account_code, l.currency ORDER BY l.account_code, l.currency")) {
                bind(select, asOf);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String currency = row.getString(2);
                        rows.add(new TrialBalanceRow(chart.require(row.getString(1)), Money.ofMinor(row.getLong(3), currency),
                                Money.ofMinor(row.getLong(4), currency)));
                    }
                }
            }
            return rows;
        });
    }

    /** By claim; claims on which nothing was open are left out. */
    public List<OpenItem> openItems(AsOf asOf) {
        String receivables = chart.of(AccountRole.RECEIVABLES).code();
        return Sql.call(entities, connection -> {
            List<OpenItem> items = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(l.customer_id), MIN(l.invoice_id), l.claim_id,"
                    + " l.currency, SUM(l.amount_minor) FROM journal_line l" + known(asOf)
                    + " WHERE l.booked_on <= ? AND l.account_code = ? GROUP BY l.claim_id, l.currency HAVING SUM(l.amount_minor) <> 0"
                    + " ORDER BY l.claim_id")) {
                select.setString(bind(select, asOf) + 1, receivables);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        items.add(new OpenItem(row.getLong(1), row.getLong(2), row.getLong(3),
                                Money.ofMinor(row.getLong(5), row.getString(4))));
                    }
                }
            }
            return items;
        });
    }

    private static String known(AsOf asOf) {
        return asOf.knownAt().isPresent() ? KNOWN : "";
    }

    /** @return the last position set */
    private static int bind(PreparedStatement select, AsOf asOf) throws SQLException {
        int position = 0;
        if (asOf.knownAt().isPresent()) {
            select.setTimestamp(++position, Timestamp.from(asOf.knownAt().get()));
        }
        select.setObject(++position, asOf.day());
        return position;
    }
}
