package io.quittance.tenancy.boundary;

import io.quittance.tenancy.control.DoorbellWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** All tenants' background work, for whoever has a thread to give. */
@ApplicationScoped
public class BackgroundWork {

    @Inject
    DoorbellWorker worker;

    /** Answers bells until the calling thread is interrupted. Any number of threads may, on any node. */
    public void runUntilInterrupted() {
        worker.runUntilInterrupted();
    }
}
