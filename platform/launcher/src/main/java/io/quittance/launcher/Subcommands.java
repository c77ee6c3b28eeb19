package io.quittance.launcher;

import io.quittance.launcher.mariadb.MariaDbServer;
import io.quittance.launcher.process.PidFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The subcommands of {@code platform/cli}, each run as a process of its own with our standard streams and its exit code. That module
 * names them in {@code quittance-commands.properties}: {@code audit-books=Check the books of every tenant}, and, for one that reads the
 * database, {@code audit-books.needs=database}: then the built-in database is started for it when {@code ./run} is not running.
 */
final class Subcommands {
    private static final String MAIN = "io.quittance.cli.Main";

    private final ProjectFolder project;
    private final Properties named;

    private Subcommands(ProjectFolder project, Properties named) {
        this.project = project;
        this.named = named;
    }

    static Subcommands of(ProjectFolder project) {
        Properties named = new Properties();
        Path file = project.path("platform/cli/target/classes/quittance-commands.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                named.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Subcommands(project, named);
    }

    boolean knows(String name) {
        return !name.endsWith(".needs") && named.containsKey(name);
    }

    /** Names with their one-line descriptions. */
    Map<String, String> help() {
        Map<String, String> help = new TreeMap<>();
        named.stringPropertyNames().stream().filter(this::knows).forEach(name -> help.put(name, named.getProperty(name)));
        return help;
    }

    /**
     * Runs one.
     *
     * @param arguments the name and its own arguments
     * @return its exit code
     */
    int run(List<String> arguments, StackFolders folders, Map<String, String> environment) {
        if (!"database".equals(named.getProperty(arguments.getFirst() + ".needs"))) {
            return process(arguments, Map.of());
        }
        boolean running = new PidFile(folders.pid("launcher")).living().isPresent();
        if (running) {
            return process(arguments, kept(folders.configuration()));
        }
        if (Files.notExists(folders.configuration())) {
            throw new LaunchFailure("There is no data in " + folders.root() + " yet: `./run` makes some, or name another folder "
                    + "with QUITTANCE_DATA=...");
        }
        return withDatabase(arguments, folders, environment);
    }

    private int withDatabase(List<String> arguments, StackFolders folders, Map<String, String> environment) {
        StackBuilder plan = new StackBuilder(project).data(folders.root()).ports(StackPorts.free());
        DatabaseAccess.of(environment).ifPresent(plan::database);
        Configuration configuration = new Configuration(plan);
        if (plan.external().isPresent()) {
            configuration.database().mustAnswer();
            return process(arguments, configuration.asProperties());
        }
        MariaDbServer database = MariaDbServer.at(
                folders.mariadb(),
                plan.ports().database(),
                configuration.rootPassword(),
                plan.durability(),
                folders.log("mariadb"),
                List.of());
        Thread onSignal = new Thread(database::stop);
        Runtime.getRuntime().addShutdownHook(onSignal);
        database.start();
        try {
            return process(arguments, configuration.asProperties());
        } finally {
            database.stop();
        }
    }

    private static Map<String, String> kept(Path file) {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> properties = new TreeMap<>();
        kept.stringPropertyNames().forEach(name -> properties.put(name, kept.getProperty(name)));
        return properties;
    }

    private int process(List<String> arguments, Map<String, String> properties) {
        Path classPath = project.path("platform/cli/target/classpath");
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dquittance.home=" + project.root(),
                    "-cp",
                    project.path("platform/cli/target/classes") + ":" + Files.readString(classPath).strip(),
                    MAIN));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            // by environment, for the settings hold secrets
            properties.forEach((name, value) ->
                    builder.environment().put(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("The subcommands are not built (" + classPath + "): run `mvn -DskipTests package`", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }
}
