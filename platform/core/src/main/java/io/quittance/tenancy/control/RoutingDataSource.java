package io.quittance.tenancy.control;

import io.quittance.tenancy.CurrentTenant;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The data source behind the tenants' EntityManagerFactory: always the bound tenant's connection, or none. */
final class RoutingDataSource implements DataSource {

    private final CurrentTenant tenant;
    private final TenantConnections connections;

    RoutingDataSource(CurrentTenant tenant, TenantConnections connections) {
        this.tenant = tenant;
        this.connections = connections;
    }

    /** @throws io.quittance.tenancy.NoTenantBound outside of a tenant's scope */
    @Override
    public Connection getConnection() throws SQLException {
        return connections.checkOut(tenant.get());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the account follows from the tenant");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException("the driver logs through SLF4J");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("time-outs are part of the connection URL");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the driver logs through SLF4J");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
