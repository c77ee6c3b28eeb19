package io.quittance.bankfeed.control;

import io.quittance.bankfeed.ConnectionState;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells that a consent ends soon. */
@ApplicationScoped
public class ConsentEndsMail extends ConsentMail {

    static final String KIND = "bank-consent-ends";

    public ConsentEndsMail() {
        super(KIND, ConnectionState.CONNECTED);
    }
}
