package io.quittance.live;

import io.quittance.tenancy.TenantId;

/**
 * A committed change of one thing of one tenant.
 *
 * @param kind such as {@code invoice}, {@code payment}, {@code customer}, {@code statement}, {@code deadletter}
 */
public record Changed(TenantId tenant, String kind, long id) {
}
