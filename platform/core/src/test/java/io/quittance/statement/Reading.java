package io.quittance.statement;

import io.quittance.statement.boundary.StatementReader;
import io.quittance.testing.Samples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads in a word or two, for tests. */
public final class Reading {

    private static final StatementReader READER = new StatementReader();

    private Reading() {
    }

    public static StatementFile of(byte[] content) {
        return switch (READER.read(content)) {
            case ReadOutcome.Read(StatementFile file) -> file;
            case ReadOutcome.Unreadable unreadable -> throw new AssertionError(unreadable.fault().remedy(Locale.ENGLISH));
        };
    }

    public static StatementFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static StatementFile of(Path file) {
        return of(Samples.bytes(file));
    }

    /** The one statement of a text. */
    public static BankStatement one(String text) {
        List<BankStatement> statements = of(text).statements();
        if (statements.size() != 1) {
            throw new AssertionError(statements);
        }
        return statements.getFirst();
    }

    /** Why a content cannot be read. */
    public static String refusal(byte[] content) {
        return switch (READER.read(content)) {
            case ReadOutcome.Read(StatementFile file) -> throw new AssertionError(file);
            case ReadOutcome.Unreadable unreadable -> unreadable.fault().rule();
        };
    }

    public static List<String> rules(StatementFile file) {
        return file.warnings().stream().map(warning -> warning.fault().rule()).toList();
    }

    public static List<Entry> entries(StatementFile file) {
        return file.statements().stream().flatMap(statement -> statement.entries().stream()).toList();
    }

    public static BigDecimal sum(List<Entry> entries) {
        return entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public static List<String> amounts(BankStatement statement) {
        return statement.entries().stream().map(entry -> entry.amount().toPlainString()).toList();
    }
}
