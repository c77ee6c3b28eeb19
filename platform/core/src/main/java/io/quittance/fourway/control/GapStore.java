package io.quittance.fourway.control;

import io.quittance.Page;
import io.quittance.Sha256;
import io.quittance.config.Json;
import io.quittance.fourway.Finding;
import io.quittance.fourway.GapFilter;
import io.quittance.fourway.GapRow;
import io.quittance.fourway.GapState;
import io.quittance.fourway.Reason;
import io.quittance.fourway.RecordRef;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of gaps: each is there once, whatever becomes of it. */
@ApplicationScoped
public class GapStore {

    private static final String ROWS = "SELECT id, gap, leg, reason, day, currency, amount_minor, detail, state, found_at, changed_at,"
            + " explanation, explained_by FROM fourway_gap WHERE ";
    private static final int LONGEST_WORD = 300;

    @Inject
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Json json;
    @Inject
    Clock clock;

    /** What is kept of a finding as JSON. */
    record Detail(String subject, List<RecordRef> records, List<String> said) {
    }

    /** A gap with what tells whether it is the same one, and whether it has changed. */
    record Kept(GapRow row, String key, String facts) {
    }

    static String key(Finding finding) {
        return Sha256.hex(finding.key());
    }

    /** What it is about: another amount, day or record is news of a gap that is known. */
    String facts(Finding finding) {
        return Sha256.hex(json.write(new Detail(finding.subject(), finding.records(), finding.said())) + finding.amount() + finding.day());
    }

    GapRow add(Finding finding) {
        GapRow row = new GapRow(ids.next(), cut(finding), GapState.OPEN, clock.instant(), clock.instant(), "", "");
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO fourway_gap (gap, leg, reason, day, currency,"
                    + " amount_minor, detail, facts, state, found_at, changed_at, explanation, explained_by, gap_key, id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                bind(insert, row);
                insert.setString(8, facts(finding));
                insert.setString(14, key(finding));
                insert.setLong(15, row.id());
                return insert.executeUpdate();
            }
        });
        return row;
    }

    /** Writes a row as it is now. */
    void change(GapRow row, String facts) {
        Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE fourway_gap SET gap = ?, leg = ?, reason = ?, day = ?,"
                    + " currency = ?, amount_minor = ?, detail = ?, facts = ?, state = ?, found_at = ?, changed_at = ?, explanation = ?,"
                    + " explained_by = ? WHERE id = ?")) {
                bind(update, row);
                update.setString(8, facts);
                update.setLong(14, row.id());
                return update.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement statement, GapRow row) throws SQLException {
        Finding finding = cut(row.finding());
        statement.setString(1, finding.gap().name());
        statement.setString(2, finding.at().name());
        statement.setString(3, finding.reason().name());
        statement.setObject(4, finding.day());
        statement.setString(5, finding.amount().currency().getCurrencyCode());
        statement.setLong(6, finding.amount().minorUnits());
        statement.setString(7, json.write(new Detail(finding.subject(), finding.records(), finding.said())));
        statement.setString(9, row.state().name());
        statement.setTimestamp(10, Timestamp.from(row.foundAt()));
        statement.setTimestamp(11, Timestamp.from(row.changedAt()));
        statement.setString(12, row.explanation());
        statement.setString(13, row.explainedBy());
    }

    private static Finding cut(Finding finding) {
        return new Finding(finding.reason(), finding.subject(), finding.day(), finding.amount(),
                finding.records().stream().limit(50).map(ref -> new RecordRef(ref.kind(), ref.id(), cut(ref.label()))).toList(),
                finding.said().stream().map(GapStore::cut).toList());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD - 1) + "…";
    }

    /** All of these days or later, and all older ones that are not closed; locked against another comparison. */
    List<Kept> since(LocalDate day) {
        return Sql.call(entities, connection -> {
            List<Kept> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(ROWS.replace("SELECT id", "SELECT gap_key, facts, id")
                    + "day >= ? OR state <> 'CLOSED' ORDER BY id FOR UPDATE")) {
                select.setObject(1, day);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Kept(row(row), row.getString("gap_key"), row.getString("facts")));
                    }
                }
            }
            return found;
        });
    }

    /** The day of the oldest gap that is not closed. */
    public Optional<LocalDate> oldest() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(day) FROM fourway_gap WHERE state <> 'CLOSED'");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        });
    }

    public Optional<GapRow> find(long id) {
        return rows("id = ?", List.of(id)).stream().findFirst();
    }

    /** Locked until the unit ends. */
    Optional<Kept> lock(long id) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(ROWS.replace("SELECT id", "SELECT gap_key, facts, id")
                    + "id = ? FOR UPDATE")) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Kept(row(row), row.getString("gap_key"), row.getString("facts")))
                            : Optional.empty();
                }
            }
        });
    }

    /** Newest day first. */
    public Page<GapRow> page(GapFilter filter, int offset, int limit) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        long total = Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM fourway_gap WHERE " + where)) {
                Sql.bind(select, values);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
        return new Page<>(rows(where + " ORDER BY day DESC, id DESC LIMIT " + limit + " OFFSET " + offset, values), total);
    }

    private static String where(GapFilter filter, List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        if (!filter.gaps().isEmpty()) {
            conditions.add("gap IN (" + filter.gaps().stream().map(gap -> "'" + gap.name() + "'").collect(Collectors.joining(",")) + ")");
        }
        if (!filter.states().isEmpty()) {
            conditions.add("state IN (" + filter.states().stream().map(state -> "'" + state.name() + "'").collect(Collectors.joining(","))
                    + ")");
        }
        filter.currency().ifPresent(currency -> {
            conditions.add("currency = ?");
            values.add(currency.getCurrencyCode());
        });
        filter.from().ifPresent(day -> {
            conditions.add("day >= ?");
            values.add(day);
        });
        filter.to().ifPresent(day -> {
            conditions.add("day <= ?");
            values.add(day);
        });
        return String.join(" AND ", conditions);
    }

    private List<GapRow> rows(String condition, List<Object> values) {
        return Sql.select(entities, ROWS + condition, this::row, values);
    }

    private GapRow row(ResultSet row) throws SQLException {
        Detail detail = json.read(row.getString("detail"), Detail.class);
        Instant found = row.getTimestamp("found_at").toInstant();
        return new GapRow(row.getLong("id"), new Finding(Reason.valueOf(row.getString("reason")), detail.subject(),
                row.getObject("day", LocalDate.class),
                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")), detail.records(), detail.said()),
                GapState.valueOf(row.getString("state")), found, row.getTimestamp("changed_at").toInstant(),
                row.getString("explanation"), row.getString("explained_by"));
    }
}
