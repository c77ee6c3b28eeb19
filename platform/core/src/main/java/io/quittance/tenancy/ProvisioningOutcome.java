package io.quittance.tenancy;

/** What became of an attempt to make a tenant, or to go on with one half made. */
public sealed interface ProvisioningOutcome {

    record Active(Tenant tenant) implements ProvisioningOutcome {
    }

    /** The step failed and is recorded with its error; the ones before it stand, and a retry goes on from here. */
    record Halted(Tenant tenant, String step, String error) implements ProvisioningOutcome {
    }
}
