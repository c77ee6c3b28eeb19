package io.quittance.tenancy.control;

import io.quittance.config.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the database server is, and how to reach it with a given account. */
@ApplicationScoped
public class DatabaseServer {

    /**
     * Time-outs are shorter than the server's own waits, so that a full disk or a dead host becomes an error here.
     * Everything is stored and compared in UTC. The zone stands among the session variables too, because Connector/J
     * sends only those again when a connection changes its user. Statements are prepared by the driver, not the server,
     * so what it keeps of them is their parsed text, which serves every tenant. It also
     * remembers itself whether a transaction may write, instead of asking before each batch.
     */
    private static final String OPTIONS = "?connectTimeout=5000&rewriteBatchedStatements=true"
            + "&characterEncoding=UTF-8&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
            + "&useLocalSessionState=true&allowPublicKeyRetrieval=true&sslMode=PREFERRED"
            + "&cachePrepStmts=true&prepStmtCacheSize=512&prepStmtCacheSqlLimit=8192"
            + "&sessionVariables=time_zone='%2B00:00',transaction_isolation='READ-COMMITTED',innodb_lock_wait_timeout=20"
            + ",sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

    private static final int LONGEST_WAIT_MILLIS = 60_000;

    @Inject
    Configuration configuration;

    /** @param schema must be one the account may enter */
    String url(String schema) {
        String base = configuration.required("quittance.db.url");
        return base + (base.endsWith("/") ? "" : "/") + schema + OPTIONS + "&socketTimeout="
                + configuration.number("quittance.db.longest.wait.millis", LONGEST_WAIT_MILLIS);
    }

    /** A connection outside of every pool, for migrations and provisioning. */
    Connection connect(String schema, String user, String password) throws SQLException {
        register();
        return DriverManager.getConnection(url(schema), user, password);
    }

    /** A connection with the account that may create schemas and accounts; nothing else uses it. */
    Connection connectAsAdministrator() throws SQLException {
        return connect("information_schema", configuration.required("quittance.db.user"), configuration.required("quittance.db.password"));
    }

    /** The driver registers itself with the class loader that loads it: inside a web application that has to be asked for. */
    static void register() {
        try {
            Class.forName("com.mysql.cj.jdbc.Driver");
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("MySQL Connector/J is missing from the archive", missing);
        }
    }
}
