package io.quittance.reconciliation.control;

import io.quittance.Fault;

/** The file is not what it should be; carries the fault to show. Never leaves the feature. */
final class UnreadableStatement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    UnreadableStatement(Fault fault) {
        super(fault.rule() + " " + fault.arguments());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
