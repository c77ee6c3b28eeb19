package io.quittance.tenancy;

/**
 * One recorded step of making a tenant, contributed as a CDI bean by the feature it belongs to.
 *
 * <p>DDL commits implicitly and a node can die at any instant, so a step must be safe to run twice.
 */
public interface ProvisioningStep {

    /** Stable name under which the step is recorded, such as {@code chart-of-accounts}. */
    String name();

    /** Steps run in ascending order; the database is 100, migrations 200, the organisation 300, a feature's data 400 and up. */
    int order();

    /**
     * Does the step. From order 250 on it runs inside the tenant's scope as a job.
     *
     * @throws RuntimeException to leave the step failed, visible and open to a retry
     */
    void apply(Tenant tenant, SignUpDetails details);
}
