package io.quittance.tenancy.boundary;

import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.control.TenantSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Seals and opens the current tenant's secrets: AES-256-GCM under the tenant's key, bound to tenant, table, column and
 * row. Opens no unit of work, so that features can call it inside theirs.
 */
@ApplicationScoped
public class Secrets {

    @Inject
    CurrentTenant tenant;
    @Inject
    TenantSecrets secrets;

    public byte[] seal(SecretPlace place, byte[] plain) {
        return secrets.seal(tenant.get().id(), place, plain);
    }

    /** @throws io.quittance.tenancy.SecretTampered when the value was altered or comes from another place */
    public byte[] open(SecretPlace place, byte[] sealed) {
        return secrets.open(tenant.get().id(), place, sealed);
    }
}
