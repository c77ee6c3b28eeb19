package io.quittance.imports;

import java.util.Objects;

/** A file to be imported, or only checked. Not a record: its bytes are neither compared nor printed. */
public final class ImportRequest {

    private static final int LONGEST_NAME = 200;

    private final ImportKind kind;
    private final String fileName;
    private final byte[] content;
    private final FileFormat format;

    /** @param fileName as the person named it; only remembered, never opened */
    public ImportRequest(ImportKind kind, String fileName, byte[] content, FileFormat format) {
        this.kind = Objects.requireNonNull(kind, "kind");
        String plain = fileName.replaceAll("\\p{Cntrl}", "").strip();
        this.fileName = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        this.content = content.clone();
        this.format = Objects.requireNonNull(format, "format");
    }

    public ImportKind kind() {
        return kind;
    }

    public String fileName() {
        return fileName;
    }

    public byte[] content() {
        return content.clone();
    }

    public FileFormat format() {
        return format;
    }
}
