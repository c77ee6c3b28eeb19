package io.quittance.bench.pools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small pool per active tenant; when too many tenants are active, the pool used longest ago is closed. */
final class PoolPerTenant implements Lender {

    private static final int CONNECTIONS_EACH = 2;

    private final Tenants tenants;
    private final int mostPools;
    private final Map<Integer, Pool> pools = new LinkedHashMap<>(64, 0.75f, true);

    PoolPerTenant(Tenants tenants, int connections) {
        this.tenants = tenants;
        this.mostPools = connections / CONNECTIONS_EACH;
    }

    @Override
    public String name() {
        return "pool per tenant";
    }

    @Override
    public void use(int tenant, Use use) throws SQLException {
        Pool pool = pin(tenant);
        try (Connection lent = pool.source.getConnection()) {
            use.with(lent);
        } finally {
            synchronized (pools) {
                pool.users--;
            }
        }
    }

    /** A pool in use is never closed, so the bound can be passed for a moment. */
    private Pool pin(int tenant) {
        List<Pool> idle = new ArrayList<>();
        Pool pool;
        synchronized (pools) {
            pool = pools.computeIfAbsent(tenant, id -> new Pool(make(id)));
            pool.users++;
            Iterator<Pool> eldest = pools.values().iterator();
            while (pools.size() > mostPools && eldest.hasNext()) {
                Pool candidate = eldest.next();
                if (candidate.users == 0) {
                    eldest.remove();
                    idle.add(candidate);
                }
            }
        }
        idle.forEach(closing -> closing.source.close());
        return pool;
    }

    private HikariDataSource make(int tenant) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(tenants.url(Tenants.schema(tenant)));
        config.setUsername(Tenants.user(tenant));
        config.setPassword(Tenants.password());
        config.setMaximumPoolSize(CONNECTIONS_EACH);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public int open() {
        synchronized (pools) {
            return pools.values().stream().mapToInt(pool -> pool.source.getHikariPoolMXBean().getTotalConnections()).sum();
        }
    }

    @Override
    public void close() {
        synchronized (pools) {
            pools.values().forEach(pool -> pool.source.close());
            pools.clear();
        }
    }

    private static final class Pool {
        private final HikariDataSource source;
        private int users;

        private Pool(HikariDataSource source) {
            this.source = source;
        }
    }
}
