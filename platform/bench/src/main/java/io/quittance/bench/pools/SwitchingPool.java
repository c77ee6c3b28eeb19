package io.quittance.bench.pools;

import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** One pool for all; a connection changes its user when it is lent to another tenant than before. As the product does. */
final class SwitchingPool implements Lender {

    private final HikariDataSource pool;
    private final Map<JdbcConnection, Integer> owners = Collections.synchronizedMap(new WeakHashMap<>());

    SwitchingPool(Tenants tenants, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(tenants.url("information_schema"));
        config.setUsername(Tenants.gate());
        config.setPassword(Tenants.password());
        config.setMaximumPoolSize(connections);
        pool = new HikariDataSource(config);
    }

    @Override
    public String name() {
        return "user switch";
    }

    @Override
    public void use(int tenant, Use use) throws SQLException {
        try (Connection lent = pool.getConnection()) {
            JdbcConnection physical = lent.unwrap(JdbcConnection.class);
            Integer owner = owners.get(physical);
            if (owner == null || owner != tenant) {
                physical.setDatabase("information_schema");
                physical.changeUser(Tenants.user(tenant), Tenants.password());
                physical.setDatabase(Tenants.schema(tenant));
                owners.put(physical, tenant);
            }
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
