package io.quittance.tenancy.control;

import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.entity.TenantRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Reads the tenant directory outside of any unit, by an EntityManager of its own. */
@ApplicationScoped
public class TenantRows {

    @Inject
    TenantDatabases databases;

    public Optional<Tenant> find(String column, Object value) {
        try (EntityManager entities = databases.platform().createEntityManager()) {
            return entities.createQuery("SELECT t FROM TenantRecord t WHERE t." + column + " = :value", TenantRecord.class)
                    .setParameter("value", value)
                    .getResultStream()
                    .map(TenantRecord::toTenant)
                    .findFirst();
        }
    }

    public List<Tenant> all() {
        try (EntityManager entities = databases.platform().createEntityManager()) {
            return entities.createQuery("SELECT t FROM TenantRecord t ORDER BY t.slug", TenantRecord.class)
                    .getResultStream()
                    .map(TenantRecord::toTenant)
                    .toList();
        }
    }
}
