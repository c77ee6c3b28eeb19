package io.quittance.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How the file's bytes are read. Never guessed: bytes that do not fit the declared set refuse the file. */
public enum CharacterSet {
    /** With or without a byte order mark. */
    UTF_8(StandardCharsets.UTF_8),
    /** Western European; every byte is a character of it, so it must be declared. */
    ISO_8859_1(StandardCharsets.ISO_8859_1);

    private final Charset charset;

    CharacterSet(Charset charset) {
        this.charset = charset;
    }

    public Charset charset() {
        return charset;
    }
}
