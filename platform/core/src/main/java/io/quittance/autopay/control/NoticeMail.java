package io.quittance.autopay.control;

import io.quittance.autopay.ChargeState;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells a payer what will be charged, by what and when. */
@ApplicationScoped
public class NoticeMail extends ChargeMail {

    static final String KIND = "autopay-notice";

    public NoticeMail() {
        super(KIND, ChargeState.PLANNED, "nothing is to be charged any more");
    }
}
