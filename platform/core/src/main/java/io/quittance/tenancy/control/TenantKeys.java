package io.quittance.tenancy.control;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One AES-256-GCM keyset per tenant, wrapped by the root key. Rotation adds a key and keeps the old ones for opening. */
@ApplicationScoped
public class TenantKeys {

    private static final Configuration CIPHERS = ciphers();

    @Inject
    RootKey rootKey;
    @Inject
    PlatformDatabase platform;

    private final Map<TenantId, Aead> opened = new ConcurrentHashMap<>();

    private static Configuration ciphers() {
        try {
            AeadConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("Tink cannot register its ciphers", defect);
        }
    }

    Aead of(TenantId tenant) {
        return opened.computeIfAbsent(tenant, this::open);
    }

    /** Makes the tenant's first key unless there is one. */
    void ensure(TenantId tenant) {
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT IGNORE INTO tenant_key (tenant_id, keyset) VALUES (?, ?)")) {
            insert.setLong(1, tenant.value());
            insert.setBytes(2, wrap(tenant, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CIPHERS)));
            insert.executeUpdate();
        } catch (SQLException | GeneralSecurityException failed) {
            throw new IllegalStateException("the key of tenant " + tenant + " cannot be made", failed);
        }
    }

    /** From now on values are sealed under a new key; those sealed before still open. */
    public void rotate(TenantId tenant) {
        try (Connection connection = platform.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            KeysetHandle grown = withNewPrimary(unwrap(tenant, load(connection, tenant, " FOR UPDATE")));
            try (PreparedStatement update = connection.prepareStatement("UPDATE tenant_key SET keyset = ? WHERE tenant_id = ?")) {
                update.setBytes(1, wrap(tenant, grown));
                update.setLong(2, tenant.value());
                update.executeUpdate();
            }
            connection.commit();
            opened.remove(tenant);
        } catch (SQLException | GeneralSecurityException failed) {
            throw new IllegalStateException("the key of tenant " + tenant + " cannot be rotated", failed);
        }
    }

    private static KeysetHandle withNewPrimary(KeysetHandle keys) throws GeneralSecurityException {
        return KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary())
                .build();
    }

    private Aead open(TenantId tenant) {
        try (Connection connection = platform.dataSource().getConnection()) {
            return unwrap(tenant, load(connection, tenant, "")).getPrimitive(CIPHERS, Aead.class);
        } catch (SQLException away) {
            throw new DatabaseUnavailable("the key of tenant " + tenant + " cannot be read", away);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("the key of tenant " + tenant + " does not open under this root key", wrong);
        }
    }

    private static byte[] load(Connection connection, TenantId tenant, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT keyset FROM tenant_key WHERE tenant_id = ?" + lock)) {
            select.setLong(1, tenant.value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("tenant " + tenant + " has no key");
                }
                return row.getBytes(1);
            }
        }
    }

    private byte[] wrap(TenantId tenant, KeysetHandle keys) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, rootKey.aead(), place(tenant), CIPHERS);
    }

    private KeysetHandle unwrap(TenantId tenant, byte[] wrapped) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, rootKey.aead(), place(tenant), CIPHERS);
    }

    private static byte[] place(TenantId tenant) {
        return ("tenant_key|" + tenant).getBytes(StandardCharsets.UTF_8);
    }
}
