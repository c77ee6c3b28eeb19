package io.quittance.imports.control;

/** The bounds of one file. */
public final class ImportLimits {

    public static final int MOST_BYTES = 10 * 1024 * 1024;
    public static final int MOST_ROWS = 20_000;
    public static final int MOST_COLUMNS = 100;
    public static final int LONGEST_CELL = 4_000;

    private ImportLimits() {
    }
}
