package io.quittance.tenancy;

import java.time.Instant;

/**
 * Wakes a tenant's background work after the current unit has committed. A bell is a durable row of the platform schema,
 * so it is heard by any node and after a crash; a slow sweep rings for those lost between the two commits.
 */
public interface Doorbell {

    /** Rings the current tenant's bell of that kind now. */
    void ring(String kind);

    /** Rings it no later than the given instant. */
    void ringAt(String kind, Instant due);
}
