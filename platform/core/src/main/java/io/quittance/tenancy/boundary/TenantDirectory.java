package io.quittance.tenancy.boundary;

import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.control.TenantRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Which tenants there are. Needed at every door before a tenant is bound, so it opens no unit of work and asks no
 * permission: knowing a tenant gives no access to its data.
 */
@ApplicationScoped
public class TenantDirectory {

    @Inject
    TenantRows rows;

    public Optional<Tenant> find(TenantId id) {
        return rows.find("id", id.value());
    }

    /** @throws IllegalStateException when there is no such tenant */
    public Tenant require(TenantId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no tenant " + id));
    }

    public Optional<Tenant> bySlug(String slug) {
        return rows.find("slug", slug);
    }

    /** @param organisation id of the Keycloak organisation, from a verified token */
    public Optional<Tenant> byOrganisation(String organisation) {
        return organisation.isBlank() ? Optional.empty() : rows.find("organisation", organisation);
    }

    public List<Tenant> all() {
        return rows.all();
    }
}
