package io.quittance.statement.control;

import io.quittance.Fault;

/** The file is not what it should be; carries the fault to show. Never leaves the feature. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    private Unreadable(Fault fault) {
        super(fault.rule() + " " + fault.arguments());
        this.fault = fault;
    }

    public static Unreadable because(String rule, Object... arguments) {
        return new Unreadable(Fault.of("file", "", rule, arguments));
    }

    public Fault fault() {
        return fault;
    }
}
