package io.quittance.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The servers' packages: Maven puts them into {@code platform/launcher/target/servers} when this module is built. */
public final class Artefacts {
    private final Path folder;

    private Artefacts(Path folder) {
        this.folder = folder;
    }

    /** Those of the project in that folder. */
    public static Artefacts of(ProjectFolder project) {
        return new Artefacts(project.path("platform/launcher/target/servers"));
    }

    /** The distribution of Keycloak, a zip. */
    public Path keycloak() {
        return find("keycloak-quarkus-dist-*.zip");
    }

    /** Payara Micro, a jar. */
    public Path payaraMicro() {
        return find("payara-micro-*.jar");
    }

    private Path find(String pattern) {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
                for (Path file : found) {
                    return file;
                }
            } catch (IOException e) {
                throw new LaunchFailure("The folder cannot be read: " + folder, e);
            }
        }
        throw new LaunchFailure(
                "The package " + pattern + " is missing in " + folder + ": run `mvn -DskipTests package` while online, which fetches it");
    }
}
