package io.quittance.bench.house;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.launcher.Secrets;
import io.quittance.launcher.mariadb.MariaDbServer;
import io.quittance.launcher.process.Ports;
import io.quittance.launcher.process.TemporaryFolder;
import io.quittance.tenancy.ProvisioningOutcome;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.boundary.Provisioning;
import io.quittance.tenancy.boundary.TenantRegister;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * All beans of the core in Weld SE on a database server of its own, whose commits wait for the disk. One per process; both end
 * with it. A measurement on another server names it with the system properties {@code quittance.db.url}, {@code quittance.db.user}
 * and {@code quittance.db.password}.
 */
public final class House implements AutoCloseable {

    private static final String PREFIX = "bench";
    private static final String OPTIONS = "?rewriteBatchedStatements=true&useLocalSessionState=true&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true"
            + "&allowPublicKeyRetrieval=true&cachePrepStmts=true&prepStmtCacheSize=512&prepStmtCacheSqlLimit=8192"
            + "&sessionVariables=transaction_isolation='READ-COMMITTED'";
    private static final Logger ROOT = Logger.getLogger("");

    private final SeContainer beans;

    private House() {
        if (System.getProperty("quittance.db.url") == null) {
            startServer();
        }
        System.setProperty("quittance.db.prefix", PREFIX);
        System.setProperty("quittance.root.key.file", newRootKey().toString());
        System.setProperty("quittance.base.url", "http://localhost:8080");
        System.setProperty("quittance.db.longest.wait.millis", "900000"); // a plain sum over a million rows may take its time
        ROOT.setLevel(Level.WARNING);
        beans = SeContainerInitializer.newInstance().initialize();
    }

    /** Starts both. */
    public static House open() {
        return new House();
    }

    private static void startServer() {
        Path folder = TemporaryFolder.make("quittance-bench-db-", List.of("mariadb.pid"));
        String password = Secrets.random();
        MariaDbServer server = MariaDbServer.at(folder, Ports.free(), password, MariaDbServer.Durability.DISK,
                folder.resolve("mariadb.log"), List.of());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.kill(); // its folder goes with it, so there is nothing to save
            TemporaryFolder.delete(folder);
        }));
        System.setProperty("quittance.db.url", "jdbc:mysql://127.0.0.1:" + server.port() + "/");
        System.setProperty("quittance.db.user", "root");
        System.setProperty("quittance.db.password", password);
    }

    /** The bean of that type. */
    public <T> T get(Class<T> type) {
        return beans.select(type).get();
    }

    /** A German wholesaler in Berlin that invoices in euro, made by the product's own steps. */
    public Tenant newTenant(String slug) {
        TenantRequest request = new TenantRequest(slug, "Tenant " + slug, "DE", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"),
                Locale.ENGLISH, "wholesaler", new SignUpDetails(slug + "@example.com", "Olga", "Owner"));
        Tenant entered = CurrentActor.run(new Actor.Job(PREFIX), () -> get(TenantRegister.class).enter(request).orElseThrow());
        return switch (get(Provisioning.class).advance(entered.id())) {
            case ProvisioningOutcome.Active(Tenant tenant) -> tenant;
            case ProvisioningOutcome.Halted halted -> throw new IllegalStateException("provisioning halted: " + halted);
        };
    }

    /** Runs work as a job of the tenant, with every permission. */
    public <T> T in(Tenant tenant, Supplier<T> work) {
        return TenantScope.call(tenant, new Actor.Job(PREFIX), work::get);
    }

    /** Runs work as a job of the tenant, with every permission. */
    public void run(Tenant tenant, Runnable work) {
        TenantScope.run(tenant, new Actor.Job(PREFIX), work);
    }

    /** A connection to the tenant's database past the product, with an account that may do anything: for many rows, and for limits. */
    public Connection connect(Tenant tenant) throws SQLException {
        String schema = PREFIX + "_t_" + tenant.slug().replace('-', '_');
        return DriverManager.getConnection(url(schema), System.getProperty("quittance.db.user"),
                System.getProperty("quittance.db.password"));
    }

    /** Like {@link #connect}, to the platform's own schema. */
    public Connection connectPlatform() throws SQLException {
        return DriverManager.getConnection(url(PREFIX + "_platform"), System.getProperty("quittance.db.user"),
                System.getProperty("quittance.db.password"));
    }

    /** Of a schema on the server, with the product's own options. */
    public String url(String schema) {
        return System.getProperty("quittance.db.url") + schema + OPTIONS;
    }

    /** What this process and the database server that it started have used so far. */
    public double cpuSeconds() {
        Stream<ProcessHandle> both = Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants());
        return both.map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus)
                .toMillis() / 1e3;
    }

    @Override
    public void close() {
        beans.close();
    }

    private static Path newRootKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Path file = Files.createTempFile("quittance-root", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
