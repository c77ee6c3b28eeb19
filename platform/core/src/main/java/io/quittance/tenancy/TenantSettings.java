package io.quittance.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Small settings of the current tenant, by name, inside the current unit of work. */
@ApplicationScoped
public class TenantSettings {

    @Inject
    EntityManager entities;

    public Optional<String> find(String name) {
        List<?> found = entities.createNativeQuery("SELECT value FROM setting WHERE name = ?").setParameter(1, name).getResultList();
        return found.stream().findFirst().map(String::valueOf);
    }

    public void put(String name, String value) {
        entities.createNativeQuery("INSERT INTO setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)")
                .setParameter(1, name).setParameter(2, value).executeUpdate();
    }
}
