package io.quittance.launcher;

import io.quittance.launcher.keycloak.KeycloakServer;
import io.quittance.launcher.keycloak.Realm;
import io.quittance.launcher.mailbox.Mailbox;
import io.quittance.launcher.mariadb.MariaDbServer;
import io.quittance.launcher.payara.PayaraServer;
import io.quittance.launcher.payara.SandboxCompany;
import io.quittance.launcher.process.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the product runs on, as processes of this machine. {@code ./run} starts one; system tests start their own with
 * {@link #builder}. Each process can be killed and started again on its own.
 */
public final class Stack implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration LAST_START = Duration.ofSeconds(10);

    private final StackBuilder plan;
    private final StackFolders folders;
    private final Configuration configuration;
    private final StartTimes times = new StartTimes();
    private MariaDbServer database;
    private KeycloakServer keycloak;
    private PayaraServer payara;
    private SandboxCompany sandbox;
    private Mailbox mailbox;
    private volatile boolean starting;
    private volatile boolean stopping;

    Stack(StackBuilder plan) {
        this.plan = plan;
        this.folders = plan.folders();
        this.configuration = new Configuration(plan);
    }

    /** A stack of the project's own build, on free ports, its data in a folder of its own. For tests. */
    public static StackBuilder builder() {
        return new StackBuilder(ProjectFolder.find());
    }

    /** Starts everything, as much of it at once as depends on nothing else; on failure stops what it had started. */
    public void start() {
        boolean started = false;
        stopping = false;
        starting = true;
        try {
            folders.endLeftovers();
            plan.ports().mustBeFree();
            folders.mustHaveSpace();
            prepare();
            mailbox = Mailbox.open(folders.mailbox(), plan.ports().smtp(), plan.ports().mailbox(), Clock.systemUTC());
            measure(database);
            plan.external().ifPresent(DatabaseAccess::mustAnswer);
            AtOnce.run(this::startKeycloak, this::startSandboxThenPayara);
            started = true;
        } finally {
            starting = false;
            if (!started) {
                stopAll();
            }
        }
    }

    /** Unpacks and builds what the cache does not have yet; the servers are not started. */
    private void prepare() {
        plan.progress("Unpacking MariaDB, unless the cache has it");
        database = MariaDbServer.at(
                folders.mariadb(),
                plan.ports().database(),
                configuration.rootPassword(),
                plan.durability(),
                folders.log("mariadb"),
                configuration.keycloakSchema());
        plan.progress("Unpacking and optimising Keycloak, unless the cache has it (about a minute, once)");
        keycloak = KeycloakServer.at(
                Artefacts.of(plan.project()).keycloak(),
                plan.ports().keycloak(),
                configuration.keycloakDatabase(),
                configuration.launcherSecret(),
                folders.log("keycloak"),
                folders.pid("keycloak"));
        Path company = plan.sandboxJar();
        if (Files.exists(company)) {
            sandbox = SandboxCompany.at(company, folders.sandbox(), plan.ports().sandbox(), folders.log("sandbox"));
        }
        if (plan.withApplication()) {
            payara = PayaraServer.at(
                    folders.payara(),
                    Artefacts.of(plan.project()).payaraMicro(),
                    plan.war(),
                    plan.ports().http(),
                    configuration.asProperties(),
                    plan.heap(),
                    folders.log("payara"));
        }
        configuration.writeTo(folders.configuration());
    }

    private void startKeycloak() {
        measure(keycloak);
        times.measure("Realm", () -> Realm.provide(
                keycloak.url(),
                configuration.launcherSecret(),
                plan.project().path("tenant-config/keycloak/realm-quittance.json"),
                configuration.forRealmFile()));
        if (plan.withTestClient()) {
            Realm.addTestClient(keycloak.url(), configuration.launcherSecret(), configuration.testClientSecret());
        }
    }

    private void startSandboxThenPayara() {
        if (sandbox != null) {
            measure(sandbox);
        }
        if (payara != null) {
            measure(payara);
        }
    }

    private void measure(Server server) {
        if (stopping) {
            throw new LaunchFailure("stopped while starting");
        }
        plan.progress("Starting " + server.name());
        times.measure(server.name(), server::start);
        plan.progress(server.name() + " is ready after " + StartTimes.text(times.parts().get(server.name())));
    }

    /** Stops everything this stack started, and nothing else; also while it is still starting. Data stays. */
    public void stop() {
        stopping = true;
        stopAll();
        long deadline = System.nanoTime() + LAST_START.toNanos();
        while (starting && System.nanoTime() < deadline) {
            stopAll(); // what another thread was just about to start
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAll() {
        AtOnce.run(() -> stop(payara), () -> stop(keycloak), () -> stop(sandbox));
        stop(database);
        Mailbox open = mailbox;
        if (open != null) {
            open.close();
        }
    }

    private static void stop(Server server) {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** The application's address, without a slash at its end. */
    public String baseUrl() {
        return configuration.baseUrl();
    }

    /** Keycloak's address. */
    public String keycloakUrl() {
        return configuration.keycloakUrl();
    }

    /** The mailbox's page; below it {@code /api/messages?to=...}. */
    public String mailboxUrl() {
        return "http://localhost:" + plan.ports().mailbox();
    }

    /** The sandbox gateway's company; empty when the build has no sandbox gateway. */
    public Optional<String> sandboxUrl() {
        return Optional.ofNullable(sandbox).map(SandboxCompany::url);
    }

    /** The mails sent so far. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** MariaDB; also there, for Keycloak, when the product uses another server. */
    public Server database() {
        return database;
    }

    /** Keycloak. */
    public Server keycloak() {
        return keycloak;
    }

    /** Payara Micro with the application. */
    public Server payara() {
        return payara;
    }

    /** Where the product's data lies, with the account provisioning uses. */
    public DatabaseAccess databaseAccess() {
        return configuration.database();
    }

    /** Secret of the client {@code quittance-test}, which takes names and passwords directly; only with {@link StackBuilder#testClient}. */
    public String testClientSecret() {
        return configuration.testClientSecret();
    }

    /** What the application was told, by property name. Holds secrets. */
    public Map<String, String> properties() {
        return configuration.asProperties();
    }

    /** All processes of this stack, those that were started. */
    public List<Server> servers() {
        return Stream.<Server>of(database, keycloak, sandbox, payara).filter(Objects::nonNull).toList();
    }

    /** How long each part took to start. */
    public StartTimes times() {
        return times;
    }
}
