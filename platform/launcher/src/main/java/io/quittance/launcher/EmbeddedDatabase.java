package io.quittance.launcher;

import io.quittance.launcher.mariadb.MariaDbServer;
import io.quittance.launcher.process.Ports;
import io.quittance.launcher.process.TemporaryFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The database server of a test run: one per JVM, started when first asked for, gone with the JVM. A run against another server
 * (MySQL, say) names it with the system properties {@code quittance.db.url}, {@code quittance.db.user} and {@code quittance.db.password};
 * then nothing is started, and nothing stopped.
 */
public final class EmbeddedDatabase {
    private static EmbeddedDatabase shared;

    private final String host;
    private final int port;
    private final String adminUser;
    private final String adminPassword;

    private EmbeddedDatabase(String host, int port, String adminUser, String adminPassword) {
        this.host = host;
        this.port = port;
        this.adminUser = adminUser;
        this.adminPassword = adminPassword;
    }

    /** The one database server of this JVM; starts it at the first call. */
    public static synchronized EmbeddedDatabase shared() {
        if (shared == null) {
            String url = System.getProperty("quittance.db.url");
            shared = url == null || url.isBlank() ? started() : named(url);
        }
        return shared;
    }

    private static EmbeddedDatabase named(String jdbcUrl) {
        URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        int port = uri.getPort() < 0 ? 3306 : uri.getPort();
        return new EmbeddedDatabase(
                uri.getHost(), port, System.getProperty("quittance.db.user", "root"), System.getProperty("quittance.db.password", ""));
    }

    private static EmbeddedDatabase started() {
        Path folder = TemporaryFolder.make("quittance-test-db-", List.of("mariadb.pid"));
        String password = Secrets.random();
        MariaDbServer server = MariaDbServer.at(
                folder, Ports.free(), password, MariaDbServer.Durability.SYSTEM, folder.resolve("mariadb.log"), List.of());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.kill(); // its folder goes with it, so there is nothing to save
            TemporaryFolder.delete(folder);
        }));
        return new EmbeddedDatabase("127.0.0.1", server.port(), "root", password);
    }

    /** Name or address of the server. */
    public String host() {
        return host;
    }

    /** Its TCP port. */
    public int port() {
        return port;
    }

    /** An account that may create databases and accounts. */
    public String adminUser() {
        return adminUser;
    }

    /** The password of {@link #adminUser()}. */
    public String adminPassword() {
        return adminPassword;
    }

    /** {@code jdbc:mysql://host:port/}, to be followed by a database's name. */
    public String jdbcUrlBase() {
        return "jdbc:mysql://" + host + ":" + port + "/";
    }
}
