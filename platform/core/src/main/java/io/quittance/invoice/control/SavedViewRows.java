package io.quittance.invoice.control;

import io.quittance.config.Json;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.SavedView;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes saved views. */
@ApplicationScoped
public class SavedViewRows {

    /** Owner of what is shared: no person's label is empty. */
    public static final String EVERYBODY = "";

    @Inject
    EntityManager entities;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** A person's own views and the shared ones, by name. */
    public List<SavedView> of(String person) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT v.id, v.name, v.owner, v.filter, v.sort, v.ascending,"
                    + " d.view_id IS NOT NULL FROM saved_view v LEFT JOIN saved_view_default d ON d.view_id = v.id AND d.person = ?"
                    + " WHERE v.owner IN (?, ?) ORDER BY v.name, v.owner DESC")) {
                select.setString(1, person);
                select.setString(2, person);
                select.setString(3, EVERYBODY);
                List<SavedView> views = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        views.add(new SavedView(row.getLong(1), row.getString(2), EVERYBODY.equals(row.getString(3)),
                                json.read(row.getString(4), InvoiceFilter.class), InvoiceSort.valueOf(row.getString(5)),
                                row.getBoolean(6), row.getBoolean(7)));
                    }
                }
                return views;
            }
        });
    }

    public void add(SavedView view, String owner) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO saved_view"
                    + " (name, filter, sort, ascending, changed_at, id, owner) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                bind(insert, view);
                insert.setString(7, owner);
                return insert.executeUpdate();
            }
        });
    }

    public void change(SavedView view) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE saved_view SET name = ?, filter = ?, sort = ?, ascending = ?, changed_at = ? WHERE id = ?")) {
                bind(update, view);
                return update.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement statement, SavedView view) throws SQLException {
        statement.setString(1, view.name());
        statement.setString(2, json.write(view.filter()));
        statement.setString(3, view.sort().name());
        statement.setBoolean(4, view.ascending());
        statement.setTimestamp(5, Timestamp.from(clock.instant()));
        statement.setLong(6, view.id());
    }

    /** Whoever began with it begins with all invoices. */
    public void delete(long id) {
        execute("DELETE FROM saved_view_default WHERE view_id = ?", id);
        execute("DELETE FROM saved_view WHERE id = ?", id);
    }

    public void begin(String person, Optional<Long> id) {
        execute("DELETE FROM saved_view_default WHERE person = ?", person);
        id.ifPresent(view -> execute("INSERT INTO saved_view_default (person, view_id) VALUES (?, ?)", person, view));
    }

    private void execute(String sql, Object... values) {
        Sql.update(entities, sql, values);
    }
}
