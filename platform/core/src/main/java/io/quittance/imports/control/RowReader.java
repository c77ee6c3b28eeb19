package io.quittance.imports.control;

import java.util.Optional;

/** Understands the rows of one kind of file, each by itself. */
interface RowReader<C> {

    /** Empty when the row has faults, which it then carries. */
    Optional<C> read(Cells row);

    /** What must not stand twice in one file; empty when rows may be alike. */
    String key(C candidate);

    /** The column the key is in. */
    String keyColumn();
}
