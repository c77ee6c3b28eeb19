package io.quittance.bench.audit;

import io.quittance.proof.AuditEntry;
import io.quittance.proof.Marks;
import io.quittance.proof.MerkleTree;
import io.quittance.proof.SignedHead;
import io.quittance.proof.TreeHead;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The statements and hashes of a batch, as the product's own sealing has them. */
final class Sealer {

    private static final int MOST = 4096;
    /** Ids count events here: looks back over more of them than a second brings, for those that committed late. */
    private static final int WINDOW = 5000;

    private final KeyPair keys = newKeys();
    private final MerkleTree tree = new MerkleTree();

    /** Seals one batch; returns how many events it had. */
    int seal(Connection connection) throws SQLException {
        try (Statement turn = connection.createStatement()) {
            turn.executeQuery("SELECT id FROM audit_turn WHERE id = 1 FOR UPDATE").close();
        }
        long from = tree.size();
        List<AuditEntry> entries = unsealed(connection, from);
        if (!entries.isEmpty()) {
            List<byte[]> hashes = entries.stream().map(AuditEntry::hash).toList();
            hashes.forEach(tree::append);
            append(connection, entries, hashes);
            keep(connection, new TreeHead(1, from, tree.size(), entries.getFirst().at(), HexFormat.of().formatHex(tree.root()),
                    Marks.of(hashes).hash()));
        }
        connection.commit();
        return entries.size();
    }

    private static List<AuditEntry> unsealed(Connection connection, long from) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT e.id, e.occurred_at, e.actor, e.action, e.subject,"
                + " e.subject_id, e.before_json, e.after_json FROM audit_event e LEFT JOIN audit_leaf l ON l.event_id = e.id"
                + " WHERE e.id >= ? AND l.event_id IS NULL ORDER BY e.id LIMIT " + MOST)) {
            select.setLong(1, from - WINDOW);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new AuditEntry(from + entries.size(), row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3),
                            row.getString(4), row.getString(5), row.getLong(6), Optional.ofNullable(row.getString(7)),
                            Optional.ofNullable(row.getString(8))));
                }
            }
        }
        return entries;
    }

    private static void append(Connection connection, List<AuditEntry> entries, List<byte[]> hashes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_leaf VALUES (?, ?, ?)")) {
            for (int i = 0; i < entries.size(); i++) {
                insert.setLong(1, entries.get(i).position());
                insert.setLong(2, entries.get(i).id());
                insert.setBytes(3, hashes.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void keep(Connection connection, TreeHead head) throws SQLException {
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO audit_head VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, head.size());
            insert.setLong(2, head.from());
            insert.setTimestamp(3, Timestamp.from(head.at()));
            insert.setBytes(4, HexFormat.of().parseHex(head.root()));
            insert.setBytes(5, HexFormat.of().parseHex(head.marks()));
            insert.setBytes(6, tree.frontier());
            insert.setBytes(7, Base64.getDecoder().decode(SignedHead.sign(head, keys.getPrivate(), key).signature()));
            insert.executeUpdate();
        }
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance(SignedHead.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException defect) {
            throw new IllegalStateException("Ed25519 is not available", defect);
        }
    }
}
