package io.quittance.imports.control;

import io.quittance.Page;
import io.quittance.Sha256;
import io.quittance.access.CurrentActor;
import io.quittance.config.Json;
import io.quittance.imports.BrokenRow;
import io.quittance.imports.ImportId;
import io.quittance.imports.ImportKind;
import io.quittance.imports.ImportReport;
import io.quittance.imports.ImportRequest;
import io.quittance.imports.ImportRow;
import io.quittance.imports.RowFault;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps on record which files were imported, and their broken rows. */
@ApplicationScoped
public class ImportStore {

    private static final String ROWS = "SELECT f.id, f.kind, f.file_name, f.imported_at, f.actor, f.row_count, f.good_count FROM "
            + "import_file f";

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** Waits for an import of this tenant that is under way. */
    public void takeTurn() {
        Sql.call(entities, connection -> {
            try (PreparedStatement lock = connection.prepareStatement("SELECT id FROM import_turn WHERE id = 1 FOR UPDATE")) {
                return lock.executeQuery().next();
            }
        });
    }

    public ImportId keep(ImportRequest request, ImportReport report) {
        ImportId id = new ImportId(ids.next());
        Sql.call(entities, connection -> {
            insertFile(connection, id, request, report);
            insertBroken(connection, id, report.broken());
            return null;
        });
        return id;
    }

    private void insertFile(Connection connection, ImportId id, ImportRequest request, ImportReport report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO import_file (id, kind, file_name, sha256, "
                + "imported_at, actor,"
                + " row_count, good_count, customers_made, totals_json, ignored_json, header_json)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id.value());
            insert.setString(2, request.kind().name());
            insert.setString(3, request.fileName());
            insert.setString(4, Sha256.hex(request.content()));
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.setString(6, actor.get().label());
            insert.setInt(7, report.rows());
            insert.setInt(8, report.good());
            insert.setInt(9, report.newCustomers());
            insert.setString(10, json.write(report.totals()));
            insert.setString(11, json.write(report.ignoredHeaders()));
            insert.setString(12, json.write(report.header()));
            insert.executeUpdate();
        }
    }

    private void insertBroken(Connection connection, ImportId id, List<BrokenRow> broken) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO import_broken_row (import_id, line_no, cells_json, faults_json) VALUES (?, ?, ?, ?)")) {
            for (BrokenRow row : broken) {
                insert.setLong(1, id.value());
                insert.setInt(2, row.line());
                insert.setString(3, json.write(row.cells()));
                insert.setString(4, json.write(row.faults()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Newest first. */
    public Page<ImportRow> page(int offset, int limit) {
        return Sql.call(entities, connection -> {
            List<ImportRow> rows = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(ROWS + " ORDER BY f.id DESC LIMIT ? OFFSET ?")) {
                select.setInt(1, limit);
                select.setInt(2, offset);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(row(found));
                    }
                }
            }
            try (PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM import_file");
                    ResultSet found = count.executeQuery()) {
                found.next();
                return new Page<>(rows, found.getLong(1));
            }
        });
    }

    private static ImportRow row(ResultSet found) throws SQLException {
        int rows = found.getInt("row_count");
        int good = found.getInt("good_count");
        return new ImportRow(new ImportId(found.getLong("id")), ImportKind.valueOf(found.getString("kind")), found.getString("file_name"),
                found.getTimestamp("imported_at").toInstant(), found.getString("actor"), rows, good, rows - good);
    }

    public Optional<ImportReport> find(ImportId id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM import_file WHERE id = ?")) {
                select.setLong(1, id.value());
                try (ResultSet found = select.executeQuery()) {
                    return found.next() ? Optional.of(report(found, broken(connection, id))) : Optional.empty();
                }
            }
        });
    }

    private ImportReport report(ResultSet found, List<BrokenRow> broken) throws SQLException {
        return new ImportReport(ImportKind.valueOf(found.getString("kind")), found.getInt("row_count"), found.getInt("good_count"),
                found.getInt("customers_made"), List.of(json.read(found.getString("totals_json"), Money[].class)),
                texts(found.getString("ignored_json")), texts(found.getString("header_json")), broken);
    }

    private List<BrokenRow> broken(Connection connection, ImportId id) throws SQLException {
        List<BrokenRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT line_no, cells_json, faults_json FROM import_broken_row WHERE import_id = ? ORDER BY line_no")) {
            select.setLong(1, id.value());
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new BrokenRow(found.getInt(1), texts(found.getString(2)),
                            List.of(json.read(found.getString(3), RowFault[].class))));
                }
            }
        }
        return rows;
    }

    private List<String> texts(String stored) {
        return List.of(json.read(stored, String[].class));
    }
}
