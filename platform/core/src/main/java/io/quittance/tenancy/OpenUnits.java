package io.quittance.tenancy;

/** Whether a unit of work is open on the current call. What waits for the outside world must not be called then. */
public interface OpenUnits {

    /** @return true within a unit on the tenant's database or on the platform schema */
    boolean any();
}
