package io.quittance.demo.control;

import io.quittance.config.Configuration;
import io.quittance.demo.DemoBusiness;
import io.quittance.demo.DemoBusiness.DemoPerson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The demo's passwords: one for everybody, drawn at random for each deployment and kept in the file that names the logins.
 * None stands in the code, so switching the demo on by mistake opens nothing to strangers.
 */
@ApplicationScoped
public class DemoLogins {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;
    private static final String PREFIX = "Password for all of them: ";
    private static final String LOADING = "Demo data is being loaded; the last of it is there after about a minute.";

    @Inject
    Configuration configuration;

    private String password;

    /** The password of this deployment, the same at every call and after a restart. */
    public synchronized String password() {
        if (password == null) {
            password = stored().orElseGet(DemoLogins::drawn);
        }
        return password;
    }

    /** Whether an earlier start wrote them already. */
    public boolean areWritten() {
        return stored().isPresent();
    }

    /** Writes the logins for people to read, where the deployment says so. */
    public void write(boolean loading) {
        Optional<Path> file = configuration.find("quittance.demo.logins").map(Path::of);
        if (file.isPresent()) {
            try {
                String text = String.join("\n", lines(loading)) + "\n";
                Path fresh = Files.createTempFile(file.get().toAbsolutePath().getParent(), "demo-logins", ".new", ownersOnly());
                Files.writeString(fresh, text, StandardCharsets.UTF_8);
                Files.move(fresh, file.get(), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }

    private List<String> lines(boolean loading) {
        List<String> lines = new ArrayList<>();
        for (DemoBusiness business : DemoBusiness.ALL) {
            for (DemoPerson person : business.people()) {
                lines.add("%-22s %-11s %s".formatted(business.name(), person.role(), person.email()));
            }
        }
        lines.add(PREFIX + password());
        if (loading) {
            lines.add(LOADING);
        }
        return lines;
    }

    private Optional<String> stored() {
        Optional<Path> file = configuration.find("quittance.demo.logins").map(Path::of).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file.get(), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(PREFIX)).map(line -> line.substring(PREFIX.length())).findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String drawn() {
        SecureRandom random = new SecureRandom();
        List<String> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < GROUP_LENGTH; i++) {
                letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            groups.add(letters.toString());
        }
        return String.join("-", groups);
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
