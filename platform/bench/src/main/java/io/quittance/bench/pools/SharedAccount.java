package io.quittance.bench.pools;

import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** One account that may enter every database: no isolation at all, and so the limit the others are measured by. */
final class SharedAccount implements Lender {

    private final HikariDataSource pool;

    SharedAccount(Tenants tenants, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(tenants.url(Tenants.schema(0)));
        config.setUsername(Tenants.everywhere());
        config.setPassword(Tenants.password());
        config.setMaximumPoolSize(connections);
        pool = new HikariDataSource(config);
    }

    @Override
    public String name() {
        return "limit: one account";
    }

    @Override
    public void use(int tenant, Use use) throws SQLException {
        try (Connection lent = pool.getConnection()) {
            lent.unwrap(JdbcConnection.class).setDatabase(Tenants.schema(tenant));
            use.with(lent);
        }
    }

    @Override
    public int open() {
        return pool.getHikariPoolMXBean().getTotalConnections();
    }

    @Override
    public void close() {
        pool.close();
    }
}
