package io.quittance.launcher;

import io.quittance.launcher.mariadb.MariaDbServer.Durability;
import io.quittance.launcher.process.TemporaryFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a stack is to be made of. */
public final class StackBuilder {
    private final ProjectFolder project;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private StackPorts ports;
    private Path data;
    private Path war;
    private Path plugins;
    private DatabaseAccess external;
    private Durability durability = Durability.DISK;
    private String heap = "768m";
    private boolean testClient;
    private boolean application = true;
    private Consumer<String> progress = line -> {};

    StackBuilder(ProjectFolder project) {
        this.project = project;
    }

    /** Where to listen; free ports unless given. */
    public StackBuilder ports(StackPorts given) {
        this.ports = given;
        return this;
    }

    /** Where data lies; kept when the stack stops. Unless given: a temporary folder that goes when the JVM does. */
    public StackBuilder data(Path folder) {
        this.data = folder.toAbsolutePath();
        return this;
    }

    /** The application; {@code webapp/target/quittance.war} unless given. */
    public StackBuilder war(Path file) {
        this.war = file;
        return this;
    }

    /** Where the application finds plugins; {@code plugins/target/plugins} unless given. */
    public StackBuilder plugins(Path folder) {
        this.plugins = folder;
        return this;
    }

    /** The product's data goes to that server; Keycloak stays on the built-in one. */
    public StackBuilder database(DatabaseAccess access) {
        this.external = access;
        return this;
    }

    /** What the built-in database's commits wait for; the disk unless given. */
    public StackBuilder durability(Durability wanted) {
        this.durability = wanted;
        return this;
    }

    /** One more system property for the application; wins over the launcher's own. */
    public StackBuilder property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Payara's most heap, such as {@code 512m}. */
    public StackBuilder heap(String most) {
        this.heap = most;
        return this;
    }

    /** Adds the realm client {@code quittance-test}, which takes names and passwords directly. For tests only. */
    public StackBuilder testClient() {
        this.testClient = true;
        return this;
    }

    /** Leaves Payara out: database, Keycloak, mailbox and sandbox only. */
    public StackBuilder withoutApplication() {
        this.application = false;
        return this;
    }

    /** Told in words how the start goes on. */
    public StackBuilder progress(Consumer<String> listener) {
        this.progress = listener;
        return this;
    }

    /** The stack; not yet started. */
    public Stack build() {
        if (ports == null) {
            ports = StackPorts.free();
        }
        boolean temporary = data == null;
        if (temporary) {
            data = TemporaryFolder.make("quittance-stack-", StackFolders.PID_FILES);
        }
        Stack stack = new Stack(this);
        if (temporary) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.stop();
                TemporaryFolder.delete(data);
            }));
        }
        return stack;
    }

    ProjectFolder project() {
        return project;
    }

    StackPorts ports() {
        return ports;
    }

    StackFolders folders() {
        return new StackFolders(data);
    }

    Path war() {
        Path file = war == null ? project.path("webapp/target/quittance.war") : war;
        if (!Files.isReadable(file)) {
            throw new LaunchFailure("The application is not built (" + file + "): run `mvn -DskipTests package`");
        }
        return file;
    }

    Path plugins() {
        return plugins == null ? project.path("plugins/target/plugins") : plugins;
    }

    Path sandboxJar() {
        return plugins().resolve("sandbox-gateway.jar");
    }

    Optional<DatabaseAccess> external() {
        return Optional.ofNullable(external);
    }

    Durability durability() {
        return durability;
    }

    Map<String, String> properties() {
        return properties;
    }

    String heap() {
        return heap;
    }

    boolean withTestClient() {
        return testClient;
    }

    boolean withApplication() {
        return application;
    }

    void progress(String line) {
        progress.accept(line);
    }
}
