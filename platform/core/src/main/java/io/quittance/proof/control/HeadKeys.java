package io.quittance.proof.control;

import io.quittance.proof.HeadKey;
import io.quittance.proof.SignedHead;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** The Ed25519 key that signs the current tenant's heads: the platform's, sealed, never in the tenant's database. */
@ApplicationScoped
public class HeadKeys {

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    CurrentTenant tenant;
    @Inject
    Secrets secrets;
    @Inject
    Clock clock;

    /** The tenant's key, made on first use; of two nodes that make one at a time, one prevails. */
    public HeadKey current() {
        return Sql.call(entities, connection -> {
            Optional<HeadKey> key = find(connection);
            if (key.isEmpty()) {
                make(connection);
                key = find(connection);
            }
            return key.orElseThrow(() -> new IllegalStateException("the key that signs audit heads could not be made"));
        });
    }

    private Optional<HeadKey> find(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT public_key, private_key FROM audit_key WHERE tenant_id = ?")) {
            select.setLong(1, tenant.get().id().value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] plain = secrets.open(place(), row.getBytes(2));
                return Optional.of(new HeadKey(
                        KeyFactory.getInstance(SignedHead.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(plain)),
                        Base64.getEncoder().encodeToString(row.getBytes(1))));
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key that signs the audit heads of tenant " + tenant.get().slug() + " is no key", broken);
        }
    }

    private void make(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT IGNORE INTO audit_key (tenant_id, public_key, private_key, created_at) VALUES (?, ?, ?, ?)")) {
            KeyPair pair = KeyPairGenerator.getInstance(SignedHead.ALGORITHM).generateKeyPair();
            insert.setLong(1, tenant.get().id().value());
            insert.setBytes(2, pair.getPublic().getEncoded());
            insert.setBytes(3, secrets.seal(place(), pair.getPrivate().getEncoded()));
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("Ed25519 is not available", defect);
        }
    }

    private SecretPlace place() {
        TenantId id = tenant.get().id();
        return new SecretPlace("audit_key", "private_key", id.toString());
    }
}
