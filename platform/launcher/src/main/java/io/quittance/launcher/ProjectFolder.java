package io.quittance.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the clone.
 *
 * @param root absolute
 */
public record ProjectFolder(Path root) {
    /** The one named by the system property {@code quittance.home}, else the nearest above the working directory. */
    public static ProjectFolder find() {
        String named = System.getProperty("quittance.home");
        if (named != null && !named.isBlank()) {
            return new ProjectFolder(Path.of(named).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("tenant-config")) && Files.isDirectory(folder.resolve("platform"))) {
                return new ProjectFolder(folder);
            }
        }
        throw new LaunchFailure("This is not inside a clone of the project: change into it, or set -Dquittance.home");
    }

    /** A file or folder inside. */
    public Path path(String relative) {
        return root.resolve(relative);
    }
}
