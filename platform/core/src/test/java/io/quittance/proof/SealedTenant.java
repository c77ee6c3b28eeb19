package io.quittance.proof;

import io.quittance.proof.boundary.TrailExport;
import io.quittance.proof.boundary.TrailVerifier;
import io.quittance.proof.control.SealingBell;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tenant whose trail is sealed and exported, and the administrator who can get at its rows. */
final class SealedTenant {

    static final CoreContainer CORE = CoreContainer.shared();
    private static final Runnable AT_ONCE = () -> { };

    final Tenant tenant = CORE.newTenant();

    void record(String action, int events) {
        record(action, events, AT_ONCE);
    }

    void record(String action, int events, Runnable beforeTheCommit) {
        CORE.run(tenant, () -> CORE.get(Recorder.class).record(action, events, beforeTheCommit));
    }

    void seal() {
        CORE.run(tenant, () -> CORE.get(SealingBell.class).answer());
    }

    byte[] export() {
        return CORE.in(tenant, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TrailExport export = CORE.get(TrailExport.class);
            try {
                export.write(export.head().orElseThrow(), out);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        });
    }

    SignedHead head() {
        return CORE.in(tenant, () -> CORE.get(TrailExport.class).head().orElseThrow().head());
    }

    Verdict verify() {
        return verify(Optional.empty());
    }

    Verdict verify(Optional<SignedHead> earlier) {
        try {
            return new TrailVerifier(earlier, Optional.empty()).verify(new ByteArrayInputStream(export()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The exported entries, in the order of the file. */
    List<AuditEntry> entries() {
        List<AuditEntry> entries = new ArrayList<>();
        for (String line : new String(export(), StandardCharsets.UTF_8).split("\n")) {
            try {
                if (FileLine.read(line.getBytes(StandardCharsets.UTF_8)) instanceof FileLine.Entry entry) {
                    entries.add(entry.entry());
                }
            } catch (MalformedLine broken) {
                throw new AssertionError(broken);
            }
        }
        return entries;
    }

    /** What nobody but the administrator of the database server may. */
    void administer(String sql) throws SQLException {
        try (Connection admin = connect(); Statement statement = admin.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    List<Long> numbers(String sql) throws SQLException {
        try (Connection admin = connect(); Statement statement = admin.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            List<Long> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
            return numbers;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty("quittance.db.url").replaceFirst("/?$", "/")
                + System.getProperty("quittance.db.prefix") + "_t_" + tenant.slug(), System.getProperty("quittance.db.user"),
                System.getProperty("quittance.db.password"));
    }
}
