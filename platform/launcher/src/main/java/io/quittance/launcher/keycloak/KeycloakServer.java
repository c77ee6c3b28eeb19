package io.quittance.launcher.keycloak;

import io.quittance.launcher.CacheFolder;
import io.quittance.launcher.process.ChildProcess;
import io.quittance.launcher.process.HttpProbe;
import io.quittance.launcher.process.Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Keycloak on the loopback address, its data in a database of its own. */
public final class KeycloakServer implements Server {
    /** The service account in the master realm by which the launcher itself administers. */
    static final String LAUNCHER_CLIENT = "quittance-launcher";

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final ChildProcess process;
    private final int port;

    private KeycloakServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Prepares a server; unpacks and builds it when the cache does not have it.
     *
     * @param zip            the distribution
     * @param port           on the loopback address
     * @param database       where its data lies
     * @param launcherSecret of the service account by which the launcher administers; taken over at the very first start
     */
    public static KeycloakServer at(Path zip, int port, Database database, String launcherSecret, Path log, Path pidFile) {
        KeycloakHome home = KeycloakHome.in(CacheFolder.ofUser(), zip);
        var command = new ArrayList<>(home.command("-Xms64m", "-Xmx320m", "-XX:MaxMetaspaceSize=256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + url(port),
                "--cache=local",
                "--db-url=" + database.jdbcUrl(),
                "--db-username=" + database.user(),
                "--db-pool-initial-size=1",
                "--db-pool-max-size=20"));
        // secrets go by environment: a command line can be read by everybody on the machine
        Map<String, String> environment = Map.of(
                "KC_DB_PASSWORD", database.password(),
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID", LAUNCHER_CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", launcherSecret);
        return new KeycloakServer(new ChildProcess("Keycloak", command, environment, log, pidFile, STOP), port);
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void start() {
        process.start();
        process.awaitReady(() -> HttpProbe.status("http://127.0.0.1:" + port + "/realms/master") == 200, START);
    }

    /** Where browsers and the application reach it; "localhost", for browsers keep its Secure cookies over plain HTTP only there. */
    public String url() {
        return url(port);
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    /**
     * Where Keycloak keeps its data.
     *
     * @param jdbcUrl  {@code jdbc:mariadb://host:port/name}
     * @param user     an account that owns that database and nothing else
     * @param password of that account
     */
    public record Database(String jdbcUrl, String user, String password) {}
}
