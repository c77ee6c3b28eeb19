package io.quittance.tenancy.control;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quittance.config.Configuration;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The platform schema and its pool. Made and migrated on first use; accounts get what they need and no more. */
@ApplicationScoped
public class PlatformDatabase {

    @Inject
    DatabaseServer server;
    @Inject
    DatabaseNames names;
    @Inject
    RootKey rootKey;
    @Inject
    SchemaMigrations migrations;
    @Inject
    Configuration configuration;

    private HikariDataSource pool;

    /** @throws DatabaseUnavailable when the server cannot be reached or refuses the administrator */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            prepare();
            pool = new HikariDataSource(poolConfig());
        }
        return pool;
    }

    private void prepare() {
        String schema = names.platformSchema();
        String account = names.platformAccount();
        String password = rootKey.derivePassword(account);
        String gate = names.gateAccount();
        try (Connection admin = server.connectAsAdministrator(); Statement ddl = admin.createStatement()) {
            ddl.execute("CREATE DATABASE IF NOT EXISTS `" + schema + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            Accounts.ensure(ddl, account, password);
            ddl.execute("GRANT ALL PRIVILEGES ON `" + schema.replace("_", "\\_") + "`.* TO '" + account + "'@'%'");
            Accounts.ensure(ddl, gate, rootKey.derivePassword(gate));
        } catch (SQLException refused) {
            throw new DatabaseUnavailable("the platform schema cannot be prepared", refused);
        }
        migrations.platform(schema, account, password);
    }

    private HikariConfig poolConfig() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("platform");
        config.setDriverClassName("com.mysql.cj.jdbc.Driver");
        config.setJdbcUrl(server.url(names.platformSchema()));
        config.setUsername(names.platformAccount());
        config.setPassword(rootKey.derivePassword(names.platformAccount()));
        config.setMaximumPoolSize(configuration.number("quittance.db.platform.connections", 12));
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @PreDestroy
    synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
