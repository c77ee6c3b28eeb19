package io.quittance.plugin.boundary;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.plugin.CatalogueEntry;
import io.quittance.plugin.entity.CatalogueRecord;
import io.quittance.tenancy.Platform;
import io.quittance.tenancy.PlatformBoundary;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The platform's history of plugins: what was installed, refused or removed, by whom and why. */
@PlatformBoundary
public class PluginCatalogue {

    private static final int SHOWN_MAX = 500;

    @Inject
    @Platform
    EntityManager entities;
    @Inject
    TimeOrderedIds ids;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** Adds a line, unless the plugin's last one says the same: a restart is no news. */
    @Requires(Permission.PLATFORM_MANAGE)
    public void record(String plugin, String version, String publisher, String sha256, CatalogueEntry.Kind kind, String detail) {
        CatalogueEntry entry = new CatalogueEntry(plugin, version, publisher, sha256, kind, detail, actor.get().label(), clock.instant());
        boolean news = last(plugin).filter(before -> before.version().equals(version) && before.sha256().equals(sha256)
            && before.kind() == kind && before.detail().equals(detail)).isEmpty();
        if (news) {
            entities.persist(new CatalogueRecord(ids.next(), entry));
        }
    }

    /** The newest lines first. */
    @Requires({Permission.PLATFORM_READ, Permission.PLATFORM_MANAGE})
    public List<CatalogueEntry> history() {
        return entities.createQuery("SELECT c FROM CatalogueRecord c ORDER BY c.id DESC", CatalogueRecord.class)
            .setMaxResults(SHOWN_MAX).getResultStream().map(CatalogueRecord::entry).toList();
    }

    private Optional<CatalogueEntry> last(String plugin) {
        return entities.createQuery("SELECT c FROM CatalogueRecord c WHERE c.plugin = :plugin ORDER BY c.id DESC", CatalogueRecord.class)
            .setParameter("plugin", plugin).setMaxResults(1).getResultStream().findFirst().map(CatalogueRecord::entry);
    }
}
