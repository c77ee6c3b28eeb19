package io.quittance.launcher.mariadb;

import io.quittance.launcher.CacheFolder;
import io.quittance.launcher.process.ChildProcess;
import io.quittance.launcher.process.Folders;
import io.quittance.launcher.process.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One MariaDB server on the loopback address, with its data in a folder of ours. */
public final class MariaDbServer implements Server {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int PROBE_MILLIS = 2_000;
    private static final String TEMPORARY = "tmp";

    private final ChildProcess process;
    private final int port;

    private MariaDbServer(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Prepares a server; the data folder is made when it is not there.
     *
     * @param folder       everything of this server: data, socket, pid file
     * @param port         on 127.0.0.1
     * @param rootPassword set at every start
     * @param durability   what a commit waits for
     * @param startSql     statements run at every start, before the first connection is let in; may be empty
     */
    public static MariaDbServer at(
            Path folder, int port, String rootPassword, Durability durability, Path log, List<String> startSql) {
        MariaDbBinaries binaries = MariaDbBinaries.in(CacheFolder.ofUser());
        Path data = folder.resolve("data");
        Path startFile = folder.resolve("start.sql");
        try {
            Files.createDirectories(folder.resolve(TEMPORARY));
            if (Files.notExists(data)) {
                Path making = folder.resolve("data.making");
                Folders.delete(making);
                binaries.copyEmptyData(making);
                Files.move(making, data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // one statement a line, as the server's init file wants it
        var sql = new ArrayList<>(List.of(
                "ALTER USER root@localhost IDENTIFIED BY '" + rootPassword + "';",
                "ALTER USER root@'127.0.0.1' IDENTIFIED BY '" + rootPassword + "';"));
        sql.addAll(startSql);
        Folders.writePrivately(startFile, String.join("\n", sql) + "\n");
        var command = new ArrayList<>(binaries.program());
        command.addAll(options(folder, data, startFile, port));
        command.addAll(durability.options);
        command.addAll(MariaDbBinaries.asWhoeverIAm());
        return new MariaDbServer(
                new ChildProcess("MariaDB", command, Map.of(), log, folder.resolve("mariadb.pid"), STOP), port);
    }

    private static List<String> options(Path folder, Path data, Path startFile, int port) {
        return List.of(
                "--datadir=" + data,
                "--tmpdir=" + folder.resolve(TEMPORARY), // a server that starts clears this folder, so it must be nobody else's
                "--init-file=" + startFile,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + socket(folder),
                "--skip-name-resolve",
                "--skip-ssl", // else it makes a 4096-bit key at every start: four seconds for a loopback connection
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--performance-schema=OFF",
                "--table-open-cache=4000",
                "--open-files-limit=8192",
                "--log-warnings=1");
    }

    /** A unix socket's path may have 107 bytes; a deep project folder has more. */
    private static Path socket(Path folder) {
        Path beside = folder.toAbsolutePath().resolve("mariadb.sock");
        if (beside.toString().length() < 100) {
            return beside;
        }
        String mark = Integer.toHexString(beside.toString().hashCode());
        return Path.of(System.getProperty("java.io.tmpdir"), "quittance-" + ProcessHandle.current().pid() + "-" + mark + ".sock");
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void start() {
        process.start();
        process.awaitReady(() -> greets(port), START);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** A server of this family speaks first: it is ready once its greeting arrives. */
    static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PROBE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PROBE_MILLIS);
            InputStream in = socket.getInputStream();
            byte[] header = in.readNBytes(5);
            return header.length == 5 && header[4] == 10; // protocol version
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What a commit waits for. */
    public enum Durability {
        /** The disk: nothing acknowledged is lost, even when the machine loses power. */
        DISK("--innodb-flush-log-at-trx-commit=1", "--sync-binlog=1", "--innodb-log-file-size=96M"),
        /**
         * The operating system: survives {@code kill -9} of the server but not a power cut. For tests that need not care; the
         * tablespace that tables may share is bounded, so that a test can fill it.
         */
        SYSTEM("--innodb-flush-log-at-trx-commit=2", "--innodb-flush-method=nosync", "--debug-no-sync", "--innodb-log-file-size=16M",
                "--innodb-data-file-path=ibdata1:12M:autoextend:max:256M");

        private final List<String> options;

        Durability(String... options) {
            this.options = List.of(options);
        }
    }
}
