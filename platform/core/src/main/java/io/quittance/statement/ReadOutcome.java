package io.quittance.statement;

import io.quittance.Fault;

/** What became of reading a file. */
public sealed interface ReadOutcome {

    /** It is a statement file; whether it may be imported, the file says. */
    record Read(StatementFile file) implements ReadOutcome {
    }

    /** It is none that is known, or so broken that nothing can be said about it. @param fault the reason, and what to do instead */
    record Unreadable(Fault fault) implements ReadOutcome {
    }
}
