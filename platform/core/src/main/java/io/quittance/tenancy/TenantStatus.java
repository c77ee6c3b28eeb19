package io.quittance.tenancy;

/** Where a tenant stands. */
public enum TenantStatus {
    /** Its provisioning steps are not all done; nobody but provisioning may enter. */
    PROVISIONING,
    ACTIVE,
    SUSPENDED
}
