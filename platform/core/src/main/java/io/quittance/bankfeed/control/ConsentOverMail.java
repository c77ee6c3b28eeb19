package io.quittance.bankfeed.control;

import io.quittance.bankfeed.ConnectionState;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a consent has ended. */
@ApplicationScoped
public class ConsentOverMail extends ConsentMail {

    static final String KIND = "bank-consent-over";

    public ConsentOverMail() {
        super(KIND, ConnectionState.EXPIRED);
    }
}
