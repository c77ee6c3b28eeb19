package io.quittance.imports.control;

import io.quittance.imports.FileFault;

/** The file as a whole cannot be read; checked, because files of strangers are part of normal life. */
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient FileFault fault;

    public UnreadableFile(FileFault.Reason reason, Object... details) {
        super(reason.name());
        this.fault = FileFault.of(reason, details);
    }

    public FileFault fault() {
        return fault;
    }
}
