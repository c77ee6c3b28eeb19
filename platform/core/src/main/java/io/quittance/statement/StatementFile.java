package io.quittance.statement;

import java.util.List;

/**
 * A file as it was understood.
 *
 * @param characterSet in which its texts were read, such as {@code UTF-8}
 */
public record StatementFile(StatementFormat format, String characterSet, List<BankStatement> statements, List<StatementWarning> warnings) {

    public StatementFile {
        statements = List.copyOf(statements);
        warnings = List.copyOf(warnings);
    }

    /** There is something to import, and nothing about the file or one of its statements speaks against it. */
    public boolean isImportable() {
        return !statements.isEmpty() && warnings.stream().noneMatch(StatementWarning::blocks);
    }
}
