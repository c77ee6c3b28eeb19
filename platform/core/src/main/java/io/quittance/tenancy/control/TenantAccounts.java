package io.quittance.tenancy.control;

import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants' database accounts, sealed in the platform schema, opened on first use. */
@ApplicationScoped
public class TenantAccounts {

    private static final int PASSWORD_BYTES = 24;

    @Inject
    PlatformDatabase platform;
    @Inject
    TenantSecrets secrets;
    @Inject
    DatabaseNames names;

    private final Map<TenantId, TenantAccount> running = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    TenantAccount runtime(Tenant tenant) {
        return running.computeIfAbsent(tenant.id(), id -> load(tenant, AccountPurpose.RUNTIME));
    }

    TenantAccount migration(Tenant tenant) {
        return load(tenant, AccountPurpose.MIGRATION);
    }

    /** Draws and records the account's password unless it has one; returns the recorded account. */
    TenantAccount ensure(Tenant tenant, AccountPurpose purpose) {
        byte[] password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(password);
        byte[] sealed = secrets.seal(tenant.id(), place(purpose), text.getBytes(StandardCharsets.US_ASCII));
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT IGNORE INTO tenant_account (tenant_id, purpose, db_name, db_user, secret) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, tenant.id().value());
            insert.setString(2, purpose.name());
            insert.setString(3, names.schema(tenant));
            insert.setString(4, names.account(tenant, purpose));
            insert.setBytes(5, sealed);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("the account of tenant " + tenant.slug() + " cannot be recorded", failed);
        }
        return load(tenant, purpose);
    }

    private TenantAccount load(Tenant tenant, AccountPurpose purpose) {
        Stored stored = read(tenant, purpose);
        byte[] password = secrets.open(tenant.id(), place(purpose), stored.secret());
        return new TenantAccount(stored.schema(), stored.user(), new String(password, StandardCharsets.US_ASCII));
    }

    /** As recorded, still sealed. */
    private record Stored(String schema, String user, byte[] secret) {
    }

    /** Gives its connection back before the secret is opened: that needs another for the tenant's key, and many may load at once. */
    private Stored read(Tenant tenant, AccountPurpose purpose) {
        try (Connection connection = platform.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT db_name, db_user, secret FROM tenant_account WHERE tenant_id = ? AND purpose = ?")) {
            select.setLong(1, tenant.id().value());
            select.setString(2, purpose.name());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("tenant " + tenant.slug() + " has no " + purpose + " account");
                }
                return new Stored(row.getString("db_name"), row.getString("db_user"), row.getBytes("secret"));
            }
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("the account of tenant " + tenant.slug() + " cannot be read", failed);
        }
    }

    private static SecretPlace place(AccountPurpose purpose) {
        return new SecretPlace("tenant_account", "secret", purpose.name());
    }
}
