package io.quittance.alert.control;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells all alerts of a kind and an hour that were too many to be told one by one. */
@ApplicationScoped
public class DigestMail extends AlertMail {

    @Override
    public String kind() {
        return AlertKeeper.DIGEST;
    }
}
