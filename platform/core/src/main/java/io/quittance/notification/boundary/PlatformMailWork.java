package io.quittance.notification.boundary;

import io.quittance.notification.control.PlatformMailWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The sending of the platform's own mail, for whoever cannot wait for its loop. */
@ApplicationScoped
public class PlatformMailWork {

    @Inject
    PlatformMailWorker worker;

    /** Sends what is due now; returns how many were tried. */
    public int sendDue() {
        return worker.sendDue();
    }
}
