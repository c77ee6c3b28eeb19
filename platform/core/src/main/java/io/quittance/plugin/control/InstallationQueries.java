package io.quittance.plugin.control;

import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.entity.InstallationRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The tenant's installations in its database. */
@ApplicationScoped
public class InstallationQueries {

    @Inject
    EntityManager entities;

    public List<InstallationRecord> all() {
        return entities.createQuery("SELECT i FROM InstallationRecord i ORDER BY i.plugin", InstallationRecord.class).getResultList();
    }

    public Optional<InstallationRecord> find(InstallationId id) {
        return Optional.ofNullable(entities.find(InstallationRecord.class, id.value()));
    }

    public Optional<InstallationRecord> of(PluginId plugin) {
        return entities.createQuery("SELECT i FROM InstallationRecord i WHERE i.plugin = :plugin", InstallationRecord.class)
            .setParameter("plugin", plugin.value()).getResultStream().findFirst();
    }

    public void add(InstallationRecord record) {
        entities.persist(record);
    }
}
