package io.quittance.launcher;

import io.quittance.launcher.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys made on this machine, each kept in a file that only its owner may read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Path folder;

    /** @param folder where the files lie */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** 32 random bytes in letters, digits, - and _: safe in SQL, URLs and shells. */
    public static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The secret of that name; made and kept when it is asked for the first time. */
    public String get(String name) {
        try {
            Path file = folder.resolve(name);
            if (Files.notExists(file)) {
                Folders.writePrivately(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with 32 random bytes in standard Base64; made when it is not there. */
    public Path keyFile(String name) {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            byte[] key = new byte[BYTES];
            RANDOM.nextBytes(key);
            Folders.writePrivately(file, Base64.getEncoder().encodeToString(key));
        }
        return file;
    }
}
