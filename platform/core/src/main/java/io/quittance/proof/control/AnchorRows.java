package io.quittance.proof.control;

import io.quittance.proof.FileLine;
import io.quittance.proof.Marks;
import io.quittance.proof.SignedHead;
import io.quittance.proof.TreeHead;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The current tenant's signed heads in the platform schema, outside of its own database. */
@ApplicationScoped
public class AnchorRows {

    private static final HexFormat HEX = HexFormat.of();

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    CurrentTenant tenant;

    public Optional<SignedHead> newest() {
        return select("a.tree_size > ? ORDER BY a.tree_size DESC", 0, 1).stream().findFirst().map(FileLine.Batch::head);
    }

    /** The one of just that many leaves. */
    public Optional<SignedHead> of(long size) {
        return select("a.tree_size = ?", size, 1).stream().findFirst().map(FileLine.Batch::head);
    }

    /** Those of more leaves than that, smallest first. */
    public List<FileLine.Batch> after(long size, int limit) {
        return select("a.tree_size > ? ORDER BY a.tree_size", size, limit);
    }

    private List<FileLine.Batch> select(String which, long size, int limit) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT a.from_position, a.tree_size, a.sealed_at, a.root_hash,"
                    + " a.marks_hash, k.public_key, a.signature, a.marks FROM audit_anchor a JOIN audit_key k ON k.tenant_id = a.tenant_id"
                    + " WHERE a.tenant_id = ? AND " + which + " LIMIT ?")) {
                select.setLong(1, tenant.get().id().value());
                select.setLong(2, size);
                select.setInt(3, limit);
                try (ResultSet row = select.executeQuery()) {
                    List<FileLine.Batch> batches = new ArrayList<>();
                    while (row.next()) {
                        batches.add(batch(row));
                    }
                    return batches;
                }
            }
        });
    }

    private FileLine.Batch batch(ResultSet row) throws SQLException {
        TreeHead head = new TreeHead(tenant.get().id().value(), row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant(),
                HEX.formatHex(row.getBytes(4)), HEX.formatHex(row.getBytes(5)));
        Base64.Encoder base64 = Base64.getEncoder();
        return new FileLine.Batch(new SignedHead(head, base64.encodeToString(row.getBytes(6)), base64.encodeToString(row.getBytes(7))),
                Marks.of(row.getBytes(8)));
    }

    /** Adds a head; one of that size that is there already stays as it is. */
    public void add(FileLine.Batch batch) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO audit_anchor (tenant_id, tree_size,"
                    + " from_position, sealed_at, root_hash, marks_hash, signature, marks) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                TreeHead head = batch.head().head();
                insert.setLong(1, tenant.get().id().value());
                insert.setLong(2, head.size());
                insert.setLong(3, head.from());
                insert.setTimestamp(4, Timestamp.from(head.at()));
                insert.setBytes(5, HEX.parseHex(head.root()));
                insert.setBytes(6, HEX.parseHex(head.marks()));
                insert.setBytes(7, Base64.getDecoder().decode(batch.head().signature()));
                insert.setBytes(8, batch.marks().bytes());
                return insert.executeUpdate();
            }
        });
    }
}
