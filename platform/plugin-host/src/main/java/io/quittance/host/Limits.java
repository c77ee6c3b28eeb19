package io.quittance.host;

/**
 * What an archive may contain at most.
 *
 * @param archiveBytes  of the file
 * @param entries       in its central directory
 * @param unpackedBytes of all entries together
 * @param ratio         unpacked to packed, of any entry above {@link #RATIO_FREE_BYTES}
 */
record Limits(long archiveBytes, int entries, long unpackedBytes, int ratio) {

    static final Limits STANDARD = new Limits(64L << 20, 10_000, 256L << 20, 100);

    /** Below this size of an entry its ratio harms nobody: small files of blanks compress well. */
    static final long RATIO_FREE_BYTES = 1L << 20;
}
