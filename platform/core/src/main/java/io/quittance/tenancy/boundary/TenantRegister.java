package io.quittance.tenancy.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.PlatformBoundary;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.TimeOrderedIds;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.entity.TenantRecord;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;

/** Writes the tenant directory. */
@PlatformBoundary
public class TenantRegister {

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** Enters a tenant as PROVISIONING; empty when the slug is taken. */
    @Requires(Permission.PLATFORM_MANAGE)
    public Optional<Tenant> enter(TenantRequest request) {
        boolean taken = !entities.createQuery("SELECT t.id FROM TenantRecord t WHERE t.slug = :slug", Long.class)
                .setParameter("slug", request.slug()).getResultList().isEmpty();
        if (taken) {
            return Optional.empty();
        }
        Tenant tenant = new Tenant(new TenantId(ids.next()), request.slug(), request.name(), TenantStatus.PROVISIONING,
                request.country(), request.currency(), request.zone(), request.language(), request.blueprint(), "");
        entities.persist(new TenantRecord(tenant, request.owner(), clock.instant()));
        return Optional.of(tenant);
    }

    @Requires(Permission.PLATFORM_MANAGE)
    public SignUpDetails owner(TenantId tenant) {
        return record(tenant).details();
    }

    @Requires(Permission.PLATFORM_MANAGE)
    public void activate(TenantId tenant) {
        record(tenant).activate();
    }

    /** @param organisation id of the tenant's Keycloak organisation */
    @Requires(Permission.PLATFORM_MANAGE)
    public void assignOrganisation(TenantId tenant, String organisation) {
        record(tenant).belongsTo(organisation);
    }

    private TenantRecord record(TenantId tenant) {
        TenantRecord found = entities.find(TenantRecord.class, tenant.value());
        if (found == null) {
            throw new IllegalStateException("there is no tenant " + tenant);
        }
        return found;
    }
}
