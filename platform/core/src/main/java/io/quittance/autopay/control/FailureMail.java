package io.quittance.autopay.control;

import io.quittance.autopay.ChargeState;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells a payer that a charge did not work, and how to pay instead. */
@ApplicationScoped
public class FailureMail extends ChargeMail {

    static final String KIND = "autopay-failed";

    public FailureMail() {
        super(KIND, ChargeState.FAILED, "it was paid meanwhile");
    }
}
