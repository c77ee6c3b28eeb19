package io.quittance.ledger.control;

import io.quittance.access.ActedBy;
import io.quittance.access.CurrentActor;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.JournalEntryId;
import io.quittance.ledger.JournalLine;
import io.quittance.ledger.PeriodState;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingConflict;
import io.quittance.ledger.PostingLine;
import io.quittance.ledger.boundary.Journal;
import io.quittance.tenancy.GatheredRing;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.SqlFailure;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Appends entries as multi-row inserts. The unique key decides races; the loser finds the winner's entry. */
@ApplicationScoped
public class JournalWriter {

    private static final int TRIES = 3;
    private static final String REVERSAL = "reversal:";

    @Inject
    EntityManager entities;
    @Inject
    ChartOfAccounts chart;
    @Inject
    LedgerQueries queries;
    @Inject
    PeriodGate periods;
    @Inject
    GatheredRing posted;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** What stands in the journal under a key. */
    private record Standing(JournalEntryId id, byte[] hash) {
    }

    /** An entry about to be written. */
    private record Draft(JournalEntryId id, Posting posting, String actor, byte[] hash, OptionalLong reverses) {
    }

    public List<JournalEntryId> post(List<ActedBy<Posting>> postings) {
        return append(postings, OptionalLong.empty());
    }

    public JournalEntryId reverse(JournalEntryId original, LocalDate bookedOn, String description) {
        List<JournalLine> lines = queries.entry(original);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("there is no journal entry " + original);
        }
        List<PostingLine> mirrored = lines.stream()
                .map(line -> new PostingLine(line.account().role(), line.amount().negated(), line.dimension()))
                .toList();
        String key = REVERSAL + original;
        Posting mirror = new Posting(key, new Cause("reversal", original.value()), bookedOn, description, mirrored);
        return standing(key).map(Standing::id).orElseGet(() ->
                append(ActedBy.all(actor.get(), List.of(mirror)), OptionalLong.of(original.value())).getFirst());
    }

    private Optional<Standing> standing(String key) {
        return Optional.ofNullable(Sql.call(entities, connection -> standing(connection, List.of(key))).get(key));
    }

    private List<JournalEntryId> append(List<ActedBy<Posting>> postings, OptionalLong reverses) {
        if (postings.isEmpty()) {
            return List.of();
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (ActedBy<Posting> wish : postings) {
            Posting posting = wish.what();
            Draft draft = new Draft(new JournalEntryId(ids.next()), posting, wish.actor().label(), PostingDigest.of(posting), reverses);
            Draft twin = drafts.putIfAbsent(posting.key(), draft);
            if (twin != null) {
                requireSame(posting.key(), draft.hash(), new Standing(twin.id(), twin.hash()));
            }
        }
        Map<String, JournalEntryId> posted = Sql.call(entities, connection -> write(connection, drafts));
        return postings.stream().map(wish -> posted.get(wish.what().key())).toList();
    }

    private Map<String, JournalEntryId> write(Connection connection, Map<String, Draft> drafts) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            Map<String, JournalEntryId> result = new HashMap<>();
            // a single one is written first and looked for only when its key is taken
            Map<String, Standing> earlierOnes = drafts.size() == 1 && attempt == 1 ? Map.of() : standing(connection, drafts.keySet());
            earlierOnes.forEach((key, earlier) -> {
                requireSame(key, drafts.get(key).hash(), earlier);
                result.put(key, earlier.id());
            });
            List<Draft> missing = drafts.values().stream().filter(draft -> !result.containsKey(draft.posting().key())).toList();
            if (missing.isEmpty() || inserted(connection, missing, attempt == TRIES)) {
                missing.forEach(draft -> result.put(draft.posting().key(), draft.id()));
                return result;
            }
        }
    }

    /** False when another unit has just committed one of the keys: then nothing of this batch stands. */
    private boolean inserted(Connection connection, List<Draft> drafts, boolean lastTry) throws SQLException {
        // one entry is one statement, which undoes itself
        Optional<Savepoint> before = drafts.size() == 1 ? Optional.empty() : Optional.of(connection.setSavepoint());
        try {
            PeriodGate.Held held = periods.held(connection);
            insertEntries(connection, drafts, held);
            insertLines(connection, drafts, held.period());
            if (before.isPresent()) {
                connection.releaseSavepoint(before.get());
            }
            posted.afterCommit(Journal.POSTED);
            return true;
        } catch (SQLException refused) {
            if (lastTry || !SqlFailure.isDuplicateKey(refused)) {
                throw refused;
            }
            if (before.isPresent()) {
                connection.rollback(before.get());
            }
            return false;
        }
    }

    private void insertEntries(Connection connection, List<Draft> drafts, PeriodGate.Held held) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal_entry (id, idempotency_key, content_hash, cause_type, cause_id, booked_on, posted_at, actor,"
                        + " description, reverses, occurred_on, epoch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Draft draft : drafts) {
                Posting posting = draft.posting();
                LocalDate booked = held.period().bookingDay(posting.bookedOn());
                insert.setLong(1, draft.id().value());
                insert.setString(2, posting.key());
                insert.setBytes(3, draft.hash());
                insert.setString(4, posting.cause().type());
                insert.setLong(5, posting.cause().id());
                insert.setObject(6, booked);
                insert.setTimestamp(7, now);
                insert.setString(8, draft.actor());
                insert.setString(9, posting.description());
                set(insert, 10, draft.reverses());
                insert.setObject(11, booked.equals(posting.bookedOn()) ? null : posting.bookedOn());
                insert.setLong(12, held.epoch());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertLines(Connection connection, List<Draft> drafts, PeriodState period) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal_line (entry_id, line_no, account_code, amount_minor, currency, booked_on, customer_id, invoice_id,"
                        + " claim_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Draft draft : drafts) {
                int number = 0;
                for (PostingLine line : draft.posting().lines()) {
                    Dimension dimension = line.dimension();
                    insert.setLong(1, draft.id().value());
                    insert.setInt(2, ++number);
                    insert.setString(3, chart.of(line.account()).code());
                    insert.setLong(4, line.amount().minorUnits());
                    insert.setString(5, line.amount().currency().getCurrencyCode());
                    insert.setObject(6, period.bookingDay(draft.posting().bookedOn()));
                    set(insert, 7, dimension.customer());
                    set(insert, 8, dimension.invoice());
                    set(insert, 9, dimension.claim());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static Map<String, Standing> standing(Connection connection, Collection<String> keys) throws SQLException {
        Map<String, Standing> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT idempotency_key, id, content_hash FROM journal_entry WHERE idempotency_key IN ("
                        + Sql.marks(keys.size()) + ")")) {
            int position = 0;
            for (String key : keys) {
                select.setString(++position, key);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), new Standing(new JournalEntryId(row.getLong(2)), row.getBytes(3)));
                }
            }
        }
        return found;
    }

    private static void requireSame(String key, byte[] hash, Standing earlier) {
        if (!Arrays.equals(hash, earlier.hash())) {
            throw new PostingConflict(key, earlier.id());
        }
    }

    private static void set(PreparedStatement statement, int position, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(position, value.getAsLong());
        } else {
            statement.setNull(position, Types.BIGINT);
        }
    }
}
