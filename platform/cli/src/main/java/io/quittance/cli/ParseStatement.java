package io.quittance.cli;

import io.quittance.config.Json;
import io.quittance.statement.ReadOutcome;
import io.quittance.statement.StatementFile;
import io.quittance.statement.boundary.StatementReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code parse-statement FILE...}: reads bank statements of every format that is known and prints them as JSON that
 * {@code schema/parse-statement-1.json} describes.
 *
 * <p>What can be read but must not be imported is told in {@code warnings}, with exit code 0. A file that cannot be read
 * ends the run: one line on standard error, exit code 2, nothing on standard output.
 */
final class ParseStatement implements Subcommand {

    private final StatementReader reader = new StatementReader();

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.stream().anyMatch(argument -> argument.startsWith("--"))) {
            throw new CannotRun("use: parse-statement FILE [FILE...]");
        }
        Map<String, StatementFile> files = new LinkedHashMap<>();
        for (String name : arguments) {
            files.put(name, switch (reader.read(content(name))) {
                case ReadOutcome.Read(StatementFile file) -> file;
                case ReadOutcome.Unreadable unreadable ->
                        throw new CannotRun(name + ": " + unreadable.fault().remedy(Locale.ENGLISH).replaceAll("\\s+", " "));
            });
        }
        out.println(new Json().write(StatementReport.of(files)));
        return 0;
    }

    /** One byte more than is read, so that the reader can say that it is too much. */
    private static byte[] content(String name) {
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            return file.readNBytes(StatementReader.MOST_BYTES + 1);
        } catch (IOException | InvalidPathException unreadable) {
            throw new CannotRun(name + " cannot be read (" + unreadable.getMessage() + "): name a file that exists", unreadable);
        }
    }
}
