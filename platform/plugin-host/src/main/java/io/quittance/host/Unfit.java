package io.quittance.host;

import io.quittance.plugin.InstallOutcome;
import io.quittance.plugin.Refusal;

/** An archive fails a check. Never leaves this package: outside it is a value. */
final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Unfit(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    InstallOutcome.Refused outcome() {
        return new InstallOutcome.Refused(refusal, getMessage());
    }
}
