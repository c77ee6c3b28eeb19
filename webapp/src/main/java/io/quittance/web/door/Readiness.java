package io.quittance.web.door;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this node may serve: every schema is at this build's version. */
@ApplicationScoped
public class Readiness {

    private volatile boolean ready;

    public boolean isReady() {
        return ready;
    }

    void reached() {
        ready = true;
    }
}
