package io.quittance.plugins.sandbox.company;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every fact the company has promised, one JSON line each, on the disk before the promise is given. A line that breaks
 * off at the end was never promised and is cut away at the next start.
 */
final class Journal implements Closeable {

    private static final List<Class<? extends Record>> KINDS =
        List.of(Account.class, Payment.class, Refund.class, Payout.class, Mandate.class, Notice.class, Delivered.class);

    private final FileChannel channel;

    /** A notice that needs no further attempt. */
    public record Delivered(String notice) {
    }

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the journal and hands every fact in it to the reader, oldest first. */
    static Journal open(Path folder, Consumer<Record> reader) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("journal.jsonl");
        long good = Files.exists(file) ? replay(file, reader) : 0;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(good);
        channel.position(good);
        return new Journal(channel);
    }

    private static long replay(Path file, Consumer<Record> reader) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                reader.accept(parse(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
                start = i + 1;
            }
        }
        return start;
    }

    private static Record parse(String line) throws IOException {
        int blank = line.indexOf(' ');
        String name = line.substring(0, Math.max(0, blank));
        for (Class<? extends Record> kind : KINDS) {
            if (kind.getSimpleName().equals(name)) {
                return Json.read(line.substring(blank + 1), kind);
            }
        }
        throw new IOException("the journal has a line of unknown kind '" + name + "'");
    }

    /** Returns when the facts are on the disk. */
    synchronized void promise(List<? extends Record> facts) {
        append(facts);
        try {
            channel.force(false);
        } catch (IOException full) {
            throw new UncheckedIOException("the journal cannot be written to the disk", full);
        }
    }

    /** For facts that may be forgotten: without them something is done twice that may be done twice. */
    synchronized void note(Record fact) {
        append(List.of(fact));
    }

    private void append(List<? extends Record> facts) {
        StringBuilder lines = new StringBuilder();
        facts.forEach(fact -> lines.append(fact.getClass().getSimpleName()).append(' ').append(Json.write(fact)).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the journal cannot be written", full);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
