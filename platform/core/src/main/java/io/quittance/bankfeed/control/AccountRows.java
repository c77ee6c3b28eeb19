package io.quittance.bankfeed.control;

import io.quittance.bankfeed.AccountChoice;
import io.quittance.bankfeed.ConnectedAccount;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.spi.bankfeed.FeedAccount;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The table of accounts that consents show. */
@ApplicationScoped
public class AccountRows {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 70;

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /**
     * Keeps what the bank shows now. An account that a renewed consent names anew is the same when its number is; what it shows no
     * more is not read any more.
     */
    void show(ConnectionId connection, List<FeedAccount> shown) {
        List<ConnectedAccount> known = of(connection);
        for (FeedAccount account : shown) {
            Optional<ConnectedAccount> same = known.stream().filter(each -> each.externalId().equals(account.id())).findFirst()
                    .or(() -> known.stream().filter(each -> !account.number().isEmpty() && each.number().equals(account.number())
                            && each.currency().equals(account.currency())).findFirst());
            if (same.isPresent()) {
                update("UPDATE feed_account SET external_id = ?, name = ? WHERE id = ?", account.id(), cut(account.name(), LONGEST_NAME),
                        same.get().id());
            } else {
                update("INSERT INTO feed_account (id, connection_id, external_id, number, name, currency, chosen, moved_minor)"
                        + " VALUES (?, ?, ?, ?, ?, ?, FALSE, 0)", ids.next(), connection.value(), account.id(),
                        cut(account.number(), LONGEST_NUMBER), cut(account.name(), LONGEST_NAME), account.currency().getCurrencyCode());
            }
        }
        List<String> still = shown.stream().map(FeedAccount::id).toList();
        of(connection).stream().filter(each -> !still.contains(each.externalId()))
                .forEach(each -> update("UPDATE feed_account SET chosen = FALSE WHERE id = ?", each.id()));
    }

    void choose(ConnectionId connection, AccountChoice choice) {
        update("UPDATE feed_account SET chosen = ?, number = ? WHERE id = ? AND connection_id = ?", choice.chosen(),
                cut(choice.number().replace(" ", ""), LONGEST_NUMBER), choice.account(), connection.value());
    }

    /** What to ask with next; empty before the first look. */
    Optional<String> cursor(long account) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT feed_cursor FROM feed_account WHERE id = ?")) {
                select.setLong(1, account);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Lines were read: what moved by them, and where to go on. */
    void looked(long account, String cursor, Money moved) {
        update("UPDATE feed_account SET feed_cursor = ?, moved_minor = moved_minor + ?, looked_at = ? WHERE id = ?", cursor,
                moved.minorUnits(), Timestamp.from(clock.instant()), account);
    }

    /** What the bank says is booked. The first time it tells what was booked before all lines that were read. */
    void balance(long account, Money said) {
        update("UPDATE feed_account SET balance_minor = ?, anchor_minor = COALESCE(anchor_minor, ? - moved_minor) WHERE id = ?",
                said.minorUnits(), said.minorUnits(), account);
    }

    List<ConnectedAccount> of(ConnectionId id) {
        return Sql.call(entities, connection -> {
            List<ConnectedAccount> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM feed_account WHERE connection_id = ? ORDER BY id")) {
                select.setLong(1, id.value());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(account(row));
                    }
                }
            }
            return found;
        });
    }

    private static ConnectedAccount account(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Optional<Long> anchor = Optional.ofNullable(row.getObject("anchor_minor", Long.class));
        Money moved = new Money(row.getLong("moved_minor"), currency);
        Optional<Long> balance = Optional.ofNullable(row.getObject("balance_minor", Long.class));
        return new ConnectedAccount(row.getLong("id"), row.getString("external_id"), row.getString("name"), row.getString("number"),
                currency, row.getBoolean("chosen"), balance.map(minor -> new Money(minor, currency)),
                anchor.map(minor -> new Money(minor, currency).plus(moved)), ConnectionRows.time(row, "looked_at"));
    }

    private void update(String statement, Object... values) {
        Sql.update(entities, statement, values);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
