package io.quittance.statement.control;

import io.quittance.statement.StatementFile;

/** Reads one family of formats. Implementations hold no state. */
public interface FormatReader {

    /** Whether the content looks like this format; cheap, and never wrong for a file that another reader owns. */
    boolean recognises(Content content);

    /** @throws Unreadable when it is too broken to say anything about */
    StatementFile read(Content content);
}
