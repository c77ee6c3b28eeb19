package io.quittance.cli;

import io.quittance.config.Json;
import io.quittance.proof.BadEntry;
import io.quittance.proof.FileLine;
import io.quittance.proof.MalformedLine;
import io.quittance.proof.SignedHead;
import io.quittance.proof.Verdict;
import io.quittance.proof.boundary.TrailVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * {@code verify-audit FILE [--head EARLIER] [--key KEY] [--json]}: verifies an exported audit trail, offline.
 *
 * <p>{@code --head} is a head file that was mailed before. {@code --key} is the public key to trust, in Base64, or a file that
 * holds it, in PEM or as a head file. Without either the file itself says by which key it was signed: compare that.
 */
final class VerifyAudit implements Subcommand {

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Call call = Call.of(arguments);
        Optional<SignedHead> earlier = call.head().map(VerifyAudit::headFile);
        Optional<String> key = call.key().map(VerifyAudit::key);
        Verdict verdict;
        try (InputStream file = Files.newInputStream(call.file())) {
            verdict = new TrailVerifier(earlier, key).verify(file);
        } catch (IOException unreadable) {
            throw new CannotRun(call.file().toAbsolutePath() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        if (call.json()) {
            out.println(new Json().write(new Report(verdict)));
        } else {
            table(verdict, out);
        }
        verdict.bad().ifPresent(bad -> err.println((bad.entry() < 0 ? "" : "first bad entry " + range(bad) + ": ") + bad.message()));
        return verdict.isSound() ? 0 : 1;
    }

    private static void table(Verdict verdict, PrintStream out) {
        out.printf("%-10s %s%n", "tenant", verdict.slug());
        out.printf("%-10s %d%n", "entries", verdict.entries());
        verdict.head().ifPresent(signed -> {
            out.printf("%-10s %d%n", "head of", signed.head().size());
            out.printf("%-10s %s%n", "root", signed.head().root());
            out.printf("%-10s %s%n", "sealed at", signed.head().at());
            if (signed.isGenuine()) {
                out.printf("%-10s %s%n", "key", signed.keyId());
            }
        });
        out.printf("%-10s %s%n", "verdict", verdict.isSound() ? "sound" : "NOT SOUND");
    }

    private static String range(BadEntry bad) {
        return bad.through() > bad.entry() ? bad.entry() + " to " + bad.through() : Long.toString(bad.entry());
    }

    private static SignedHead headFile(Path file) {
        byte[] content = read(file);
        return head(content).orElseThrow(() -> new CannotRun(file + " is no head file as it is mailed"));
    }

    private static Optional<SignedHead> head(byte[] content) {
        try {
            byte[] line = new String(content, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
            return FileLine.read(line) instanceof FileLine.Head head ? Optional.of(head.file().head()) : Optional.empty();
        } catch (MalformedLine none) {
            return Optional.empty();
        }
    }

    /** A key in Base64, or a file that holds one. */
    private static String key(String text) {
        String key = text;
        if (isFile(text)) {
            byte[] content = read(Path.of(text));
            key = head(content).map(SignedHead::key).orElseGet(() -> new String(content, StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat).strip());
        }
        if (!key.matches("[A-Za-z0-9+/]{40,}={0,2}")) {
            throw new CannotRun("--key needs a public key in Base64 or a file that holds one, not " + text);
        }
        return key;
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new CannotRun(file.toAbsolutePath() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** What was asked for. */
    private record Call(Path file, Optional<Path> head, Optional<String> key, boolean json) {

        private static final String USAGE = "verify-audit FILE [--head EARLIER] [--key KEY] [--json]";

        static Call of(List<String> arguments) {
            List<String> files = new ArrayList<>();
            String head = null;
            String key = null;
            boolean json = false;
            Iterator<String> rest = arguments.iterator();
            while (rest.hasNext()) {
                String argument = rest.next();
                int sign = argument.startsWith("--") ? argument.indexOf('=') : -1;
                String name = sign < 0 ? argument : argument.substring(0, sign);
                switch (name) {
                    case "--json" -> json = true;
                    case "--head" -> head = sign < 0 ? next(rest) : argument.substring(sign + 1);
                    case "--key" -> key = sign < 0 ? next(rest) : argument.substring(sign + 1);
                    default -> files.add(argument);
                }
            }
            if (files.size() != 1 || files.getFirst().startsWith("--")) {
                throw new CannotRun("use: " + USAGE);
            }
            return new Call(Path.of(files.getFirst()), Optional.ofNullable(head).map(Path::of), Optional.ofNullable(key), json);
        }

        private static String next(Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new CannotRun("use: " + USAGE);
            }
            return rest.next();
        }
    }

    /** The JSON that {@code schema/verify-audit-1.json} describes. */
    private record Report(int version, boolean sound, String tenant, long entries, Head head, Bad first) {

        Report(Verdict verdict) {
            this(1, verdict.isSound(), verdict.slug(), verdict.entries(), verdict.head().map(Head::new).orElse(null),
                    verdict.bad().map(Bad::new).orElse(null));
        }
    }

    private record Head(long size, String root, String sealedAt, String key) {

        Head(SignedHead signed) {
            this(signed.head().size(), signed.head().root(), signed.head().at().toString(), signed.key());
        }
    }

    private record Bad(String kind, long entry, long through, long line, String message) {

        Bad(BadEntry bad) {
            this(bad.kind().label(), bad.entry(), bad.through(), bad.line(), bad.message());
        }
    }
}
