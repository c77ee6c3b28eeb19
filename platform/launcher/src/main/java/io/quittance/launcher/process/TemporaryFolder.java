package io.quittance.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A folder of this JVM, under the system's temporary one. A JVM that was killed could not clean up after itself, so the next one that
 * makes such a folder ends the processes, and deletes the folders, of those no longer alive.
 */
public final class TemporaryFolder {
    private static final String OWNER = "owner.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private TemporaryFolder() {}

    /**
     * Makes one.
     *
     * @param prefix   of its name; folders with the same prefix are swept
     * @param pidFiles of the processes that may run in it, relative to it
     */
    public static Path make(String prefix, List<String> pidFiles) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(temporary, prefix, pidFiles);
            Path folder = Files.createTempDirectory(temporary, prefix);
            new PidFile(folder.resolve(OWNER)).write(ProcessHandle.current());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(Path temporary, String prefix, List<String> pidFiles) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, prefix + "*")) {
            for (Path folder : folders) {
                Path owner = folder.resolve(OWNER);
                boolean mine = Files.isWritable(folder) && Files.exists(owner);
                if (mine && new PidFile(owner).living().isEmpty()) {
                    pidFiles.forEach(file -> new PidFile(folder.resolve(file)).endLeftover(PATIENCE));
                    delete(folder);
                }
            }
        }
    }

    /** Deletes it; a file that cannot be deleted is left to the next sweep. */
    public static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
