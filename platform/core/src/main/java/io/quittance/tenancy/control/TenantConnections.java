package io.quittance.tenancy.control;

import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quittance.config.Configuration;
import io.quittance.tenancy.Tenant;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * One bounded pool for all tenants of a server. A connection is lent only after the server has re-authenticated it as
 * the tenant's own runtime account; one that already is that account is lent as it is.
 *
 * <p>The switch goes through {@code information_schema}, because Connector/J re-selects the previous database as the new
 * user, who may not enter it.
 */
@ApplicationScoped
public class TenantConnections {

    private static final String NEUTRAL = "information_schema";

    @Inject
    DatabaseServer server;
    @Inject
    DatabaseNames names;
    @Inject
    RootKey rootKey;
    @Inject
    TenantAccounts accounts;
    @Inject
    Configuration configuration;

    /** The account each physical connection is authenticated as. */
    private final Map<JdbcConnection, TenantAccount> owners = Collections.synchronizedMap(new WeakHashMap<>());
    private HikariDataSource pool;

    Connection checkOut(Tenant tenant) throws SQLException {
        TenantAccount account = accounts.runtime(tenant);
        Connection lent = pool().getConnection();
        try {
            JdbcConnection physical = lent.unwrap(JdbcConnection.class);
            if (!account.equals(owners.get(physical))) {
                become(physical, account);
            }
            return lent;
        } catch (SQLException refused) {
            pool().evictConnection(lent);
            throw refused;
        }
    }

    /** The server begins the new user's session with commits by themselves, which the driver does not notice: it is told first. */
    private void become(JdbcConnection physical, TenantAccount account) throws SQLException {
        owners.remove(physical);
        physical.setAutoCommit(true);
        physical.setDatabase(NEUTRAL);
        physical.changeUser(account.user(), account.password());
        physical.setDatabase(account.schema());
        physical.setAutoCommit(false);
        owners.put(physical, account);
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            HikariConfig config = new HikariConfig();
            config.setPoolName("tenants");
            config.setDriverClassName("com.mysql.cj.jdbc.Driver");
            config.setJdbcUrl(server.url(NEUTRAL));
            config.setUsername(names.gateAccount());
            config.setPassword(rootKey.derivePassword(names.gateAccount()));
            config.setMaximumPoolSize(configuration.number("quittance.db.tenant.connections", 40));
            config.setMinimumIdle(2);
            config.setAutoCommit(false);
            config.setConnectionTimeout(10_000);
            config.setInitializationFailTimeout(-1);
            pool = new HikariDataSource(config);
        }
        return pool;
    }

    @PreDestroy
    synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
