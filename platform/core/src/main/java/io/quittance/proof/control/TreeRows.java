package io.quittance.proof.control;

import io.quittance.proof.AuditEntry;
import io.quittance.proof.MerkleTree;
import io.quittance.proof.TreeHead;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The tree in the tenant's database: events waiting for it, its leaves, its heads. */
@ApplicationScoped
public class TreeRows {

    private static final HexFormat HEX = HexFormat.of();
    private static final int PAGE = 10_000;
    private static final String EVENT = "e.id, e.occurred_at, e.actor, e.action, e.subject, e.subject_id, e.before_json, e.after_json";

    @Inject
    EntityManager entities;
    @Inject
    CurrentTenant tenant;

    /** A head as it is kept here. */
    public record Kept(TreeHead head, byte[] frontier, byte[] signature) {
    }

    /** Waits for the one turn to seal; it ends with the unit. Each statement after it sees what was committed before it. */
    public void takeTurn() {
        Sql.call(entities, connection -> {
            try (PreparedStatement lock = connection.prepareStatement("SELECT id FROM audit_turn WHERE id = 1 FOR UPDATE");
                    ResultSet row = lock.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("the turn to seal the audit trail is missing from audit_turn");
                }
                return null;
            }
        });
    }

    public Optional<Kept> newest() {
        return heads("WHERE tree_size > ? ORDER BY tree_size DESC LIMIT 1", 0).stream().findFirst();
    }

    public Optional<Kept> headOf(long size) {
        return heads("WHERE tree_size = ?", size).stream().findFirst();
    }

    /** Heads of more leaves than that, smallest first. */
    public List<Kept> headsAfter(long size, int limit) {
        return heads("WHERE tree_size > ? ORDER BY tree_size LIMIT " + limit, size);
    }

    private List<Kept> heads(String which, long size) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT tree_size, from_position, sealed_at, root_hash, marks_hash,"
                    + " frontier, signature FROM audit_head " + which)) {
                select.setLong(1, size);
                try (ResultSet row = select.executeQuery()) {
                    List<Kept> heads = new ArrayList<>();
                    while (row.next()) {
                        heads.add(new Kept(new TreeHead(tenant.get().id().value(), row.getLong(2), row.getLong(1),
                                row.getTimestamp(3).toInstant(), HEX.formatHex(row.getBytes(4)), HEX.formatHex(row.getBytes(5))),
                                row.getBytes(6), row.getBytes(7)));
                    }
                    return heads;
                }
            }
        });
    }

    /**
     * Committed events that no tree has yet, by id.
     *
     * @param lowest id to begin at
     * @param first  position of the first one; theirs follow from it
     */
    public List<AuditEntry> unsealed(long lowest, long first, int limit) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT 0, " + EVENT + " FROM audit_event e"
                    + " LEFT JOIN audit_leaf l ON l.event_id = e.id WHERE e.id >= ? AND l.event_id IS NULL ORDER BY e.id LIMIT ?")) {
                select.setLong(1, lowest);
                select.setInt(2, limit);
                return entries(select, first);
            }
        });
    }

    /** The lowest id of all events that no tree has; reads two indexes from end to end, but no event. */
    public Optional<Long> lowestUnsealed() {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT MIN(e.id) FROM audit_event e IGNORE INDEX (PRIMARY)"
                    + " LEFT JOIN audit_leaf l ON l.event_id = e.id WHERE l.event_id IS NULL");
                    ResultSet row = select.executeQuery()) {
                row.next();
                long lowest = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(lowest);
            }
        });
    }

    /** Sealed events from one position up to before another; an event that is gone leaves a gap. */
    public List<AuditEntry> sealed(long from, long to) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT l.position, " + EVENT
                    + " FROM audit_leaf l JOIN audit_event e ON e.id = l.event_id WHERE l.position >= ? AND l.position < ?"
                    + " ORDER BY l.position")) {
                select.setLong(1, from);
                select.setLong(2, to);
                return entries(select, -1);
            }
        });
    }

    /** Where an event stands in the tree; empty while it was not sealed. */
    public Optional<Long> position(long event) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT position FROM audit_leaf WHERE event_id = ?")) {
                select.setLong(1, event);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        });
    }

    /** The root over the leaves from one position up to before another; reads them a page at a time. */
    public byte[] root(long from, long to) {
        MerkleTree tree = new MerkleTree();
        for (long at = from; at < to; at += PAGE) {
            leafHashes(at, Math.min(to, at + PAGE)).forEach(tree::append);
        }
        if (tree.size() != to - from) {
            throw new IllegalStateException("of the leaves from " + from + " to " + to + " there are only " + tree.size());
        }
        return tree.root();
    }

    public List<byte[]> leafHashes(long from, long to) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT leaf_hash FROM audit_leaf WHERE position >= ? AND position < ? ORDER BY position")) {
                select.setLong(1, from);
                select.setLong(2, to);
                try (ResultSet row = select.executeQuery()) {
                    List<byte[]> hashes = new ArrayList<>();
                    while (row.next()) {
                        hashes.add(row.getBytes(1));
                    }
                    return hashes;
                }
            }
        });
    }

    /** Takes the entries into the tree. */
    public void append(List<AuditEntry> entries, List<byte[]> hashes) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO audit_leaf (position, event_id, leaf_hash) VALUES (?, ?, ?)")) {
                for (int i = 0; i < entries.size(); i++) {
                    insert.setLong(1, entries.get(i).position());
                    insert.setLong(2, entries.get(i).id());
                    insert.setBytes(3, hashes.get(i));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    public void keep(TreeHead head, MerkleTree tree, byte[] signature) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_head (tree_size, from_position, sealed_at,"
                    + " root_hash, marks_hash, frontier, signature) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, head.size());
                insert.setLong(2, head.from());
                insert.setTimestamp(3, Timestamp.from(head.at()));
                insert.setBytes(4, HEX.parseHex(head.root()));
                insert.setBytes(5, HEX.parseHex(head.marks()));
                insert.setBytes(6, tree.frontier());
                insert.setBytes(7, signature);
                return insert.executeUpdate();
            }
        });
    }

    /** @param first position of the first row, from which the others count on; -1 where each row brings its own */
    private static List<AuditEntry> entries(PreparedStatement select, long first) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long position = first < 0 ? row.getLong(1) : first + entries.size();
                entries.add(new AuditEntry(position, row.getLong(2), row.getTimestamp(3).toInstant(), row.getString(4), row.getString(5),
                        row.getString(6), row.getLong(7), Optional.ofNullable(row.getString(8)), Optional.ofNullable(row.getString(9))));
            }
        }
        return entries;
    }
}
