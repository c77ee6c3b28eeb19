package io.quittance.tenancy;

import java.time.Instant;
import java.util.Optional;

/** Background work of one kind for one tenant, woken by {@link Doorbell}. Implemented as CDI beans by features. */
public interface DoorbellHandler {

    /** The kind of bell it answers, such as {@code outbox}. */
    String kind();

    /**
     * Does what is waiting, inside the tenant's scope as a job. May be called again for the same work after a crash.
     *
     * @return when to be woken again without a ring, if ever
     */
    Optional<Instant> answer();
}
