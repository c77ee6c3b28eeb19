package io.quittance.launcher;

import io.quittance.launcher.process.Folders;
import io.quittance.launcher.process.PidFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The folders of one stack.
 *
 * @param root {@code .run} in the project, unless {@code QUITTANCE_DATA} names another
 */
public record StackFolders(Path root) {
    static final List<String> PID_FILES =
            List.of("payara/payara.pid", "keycloak.pid", "sandbox/company.pid", "mariadb/mariadb.pid");

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long NEEDED_MEBIBYTES = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Path mariadb() {
        return root.resolve("mariadb");
    }

    Path payara() {
        return root.resolve("payara");
    }

    Path sandbox() {
        return root.resolve("sandbox");
    }

    Path mailbox() {
        return root.resolve("mailbox");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    /** What the application and the subcommands are told; readable by its owner only. */
    Path configuration() {
        return root.resolve("quittance.properties");
    }

    /** Written by the application's demo loader for people to read: one line per login. */
    Path demoLogins() {
        return root.resolve("demo-logins.txt");
    }

    Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    Path pid(String part) {
        return root.resolve(part + ".pid");
    }

    /** Ends what a launcher that was killed left running: the application first, the database last. */
    void endLeftovers() {
        PID_FILES.forEach(file -> new PidFile(root.resolve(file)).endLeftover(PATIENCE));
    }

    /** Deletes everything but the lock that its caller holds. */
    void deleteData() {
        if (Files.notExists(root)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals("lock") && !name.equals("launcher.pid")) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with one clear line when the disk is too full to start. */
    void mustHaveSpace() {
        try {
            Files.createDirectories(root);
            mustHaveSpace(root, "QUITTANCE_DATA");
            Path cache = CacheFolder.ofUser().root();
            Files.createDirectories(cache);
            mustHaveSpace(cache, "QUITTANCE_CACHE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mustHaveSpace(Path folder, String variable) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace() / MEBIBYTE;
        if (free < NEEDED_MEBIBYTES) {
            throw new LaunchFailure("The disk of " + folder + " has " + free + " MiB left and " + NEEDED_MEBIBYTES
                    + " are needed: free some, or name a folder on another disk with " + variable + "=...");
        }
    }
}
