package io.quittance.launcher;

import io.quittance.launcher.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What is costly to make and the same for every project folder: unpacked servers, optimised builds, database templates.
 * Lies in {@code QUITTANCE_CACHE}, else {@code XDG_CACHE_HOME/quittance}, else {@code ~/.cache/quittance}. May be deleted at any time
 * while nothing runs.
 */
public final class CacheFolder {
    private static final Object ONE_FILLER_PER_JVM = new Object();

    private final Path root;

    /** @param root the folder; made when needed */
    public CacheFolder(Path root) {
        this.root = root;
    }

    /** The cache of the user who runs this. */
    public static CacheFolder ofUser() {
        String own = System.getenv("QUITTANCE_CACHE");
        if (own != null && !own.isBlank()) {
            return new CacheFolder(Path.of(own));
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return new CacheFolder(base.resolve("quittance"));
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /**
     * The entry of that name, filled first when it is not there. Safe against other processes doing the same: one fills, the others wait;
     * a filler that died leaves nothing that counts as filled.
     *
     * @param name entry name; must change whenever the content would
     * @param fill fills the empty folder it is given
     */
    public Path entry(String name, Filler fill) {
        Path entry = root.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        synchronized (ONE_FILLER_PER_JVM) {
            try {
                Files.createDirectories(root);
                Path lock = root.resolve(name + ".lock");
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var held = channel.lock()) {
                    if (held.isValid() && !Files.isDirectory(entry)) {
                        Path making = root.resolve(name + ".making");
                        Folders.delete(making);
                        Files.createDirectories(making);
                        fill.fill(making);
                        Files.move(making, entry, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("could not fill " + entry, e);
            }
        }
        return entry;
    }

    /** Fills one entry. */
    @FunctionalInterface
    public interface Filler {
        /**
         * @param folder empty; moved to its final name afterwards, so nothing inside may hold its absolute path
         * @throws IOException when it cannot be filled
         */
        void fill(Path folder) throws IOException;
    }
}
