package io.quittance.launcher.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails as files, named by the instant they came in; they outlive the launcher. */
public final class MailFolder {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Keeps a mail; once this returns, a restart does not lose it.
     *
     * @return its id
     */
    String keep(String sender, List<String> recipients, byte[] mail) throws IOException {
        Files.createDirectories(folder);
        String id = NAME.format(clock.instant()) + "-" + count.incrementAndGet() + "-" + ProcessHandle.current().pid();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(("Return-Path: <" + sender + ">\r\n").getBytes(StandardCharsets.UTF_8));
        for (String recipient : recipients) {
            // who it really went to: the To header may name somebody else
            whole.writeBytes(("X-Envelope-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        whole.writeBytes(mail);
        Path part = folder.resolve(id + ".part");
        Files.write(part, whole.toByteArray());
        Files.move(part, folder.resolve(id + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    /** All mails, the newest first. */
    public List<Mail> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mails that went to that address, the newest first. */
    public List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    /** The mail of that id. */
    public Optional<Mail> byId(String id) {
        Path file = folder.resolve(id + SUFFIX);
        return id.matches("[0-9-]+") && Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Deletes all mails. */
    public void clear() {
        for (Mail mail : all()) {
            try {
                Files.deleteIfExists(folder.resolve(mail.id() + SUFFIX));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Mail read(Path file) {
        String name = file.getFileName().toString();
        try {
            return MailReader.read(name.substring(0, name.length() - SUFFIX.length()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
