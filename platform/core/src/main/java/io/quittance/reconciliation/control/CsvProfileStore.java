package io.quittance.reconciliation.control;

import io.quittance.access.CurrentActor;
import io.quittance.config.Json;
import io.quittance.reconciliation.SavedProfile;
import io.quittance.statement.CsvProfile;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How this tenant's banks write their CSV, as people have confirmed it. Nothing is overwritten: the newest counts. */
@ApplicationScoped
public class CsvProfileStore {

    private static final int LONGEST_NAME = 100;

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;
    @Inject
    Json json;

    /** The one that was confirmed last for files of this shape. */
    public Optional<SavedProfile> find(CsvProfile shape) {
        return query("SELECT id, name, profile, created_at FROM csv_profile WHERE heading = ? ORDER BY id DESC LIMIT 1", heading(shape))
                .stream().findFirst();
    }

    /** The newest of each shape, by name. */
    public List<SavedProfile> all() {
        return query("SELECT id, name, profile, created_at FROM csv_profile p WHERE id = (SELECT MAX(q.id) FROM csv_profile q"
                + " WHERE q.heading = p.heading) AND heading <> ? ORDER BY name, id", "");
    }

    public long save(String name, CsvProfile profile) {
        long id = ids.next();
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO csv_profile (id, heading, name, profile, created_at, actor) VALUES (?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, id);
                insert.setString(2, heading(profile));
                insert.setString(3, name.substring(0, Math.min(LONGEST_NAME, name.length())));
                insert.setString(4, json.write(profile));
                insert.setTimestamp(5, Timestamp.from(clock.instant()));
                insert.setString(6, actor.get().label());
                return insert.executeUpdate();
            }
        });
        return id;
    }

    /** Files of one bank have the same headings; without headings, the same delimiter and number of columns. */
    private static String heading(CsvProfile profile) {
        return Identity.digest(profile.headings().isEmpty() ? profile.delimiter() + profile.columns().size()
                : String.join("\n", profile.headings()));
    }

    private List<SavedProfile> query(String query, String heading) {
        return Sql.call(entities, connection -> {
            List<SavedProfile> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setString(1, heading);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new SavedProfile(row.getLong(1), row.getString(2), json.read(row.getString(3), CsvProfile.class),
                                row.getTimestamp(4).toInstant()));
                    }
                }
            }
            return found;
        });
    }
}
