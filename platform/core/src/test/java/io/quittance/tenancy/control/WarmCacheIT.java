package io.quittance.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.plugin.entity.InstallationRecord;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.testing.CoreContainer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.queries.ReadQuery;
import org.junit.jupiter.api.Test;

/** One factory serves all tenants: nothing it keeps may cross from one to the other, however warm it is. */
class WarmCacheIT {

    private static final String SAME_ID = "00000000000000000000000000000042";

    private final CoreContainer core = CoreContainer.shared();

    @Test
    void a_row_of_equal_id_is_each_tenants_own_when_everything_is_warm() {
        assertThat(readTwice(core.get(TenantDatabases.class).tenants()))
                .containsExactly("of-alpha", "of-beta", "of-alpha", "of-beta");
    }

    @Test
    void with_a_shared_cache_the_same_readings_leak() {
        Map<String, Object> leaky = new HashMap<>();
        leaky.put(PersistenceUnitProperties.NON_JTA_DATASOURCE,
                new RoutingDataSource(core.get(CurrentTenant.class), core.get(TenantConnections.class)));
        leaky.put(PersistenceUnitProperties.SESSION_NAME, "leaky");
        leaky.put(PersistenceUnitProperties.SHARED_CACHE_MODE, "ALL");
        leaky.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "true");

        try (EntityManagerFactory factory = new PersistenceProvider().createEntityManagerFactory("tenant", leaky)) {
            assertThat(readTwice(factory)).as("a test that cannot see the leak proves nothing").contains("of-alpha")
                    .isNotEqualTo(List.of("of-alpha", "of-beta", "of-alpha", "of-beta"));
        }
    }

    @Test
    void no_entity_is_cached_across_units_or_numbered_by_the_provider_and_each_is_woven() {
        EntityManagerFactory factory = core.get(TenantDatabases.class).tenants();
        Map<Class<?>, ClassDescriptor> descriptors = new HashMap<>();
        JpaHelper.getEntityManagerFactory(factory).getServerSession().getDescriptors().forEach(descriptors::put);

        assertThat(descriptors).isNotEmpty().allSatisfy((type, descriptor) -> {
            assertThat(descriptor.isSharedIsolation()).as("shared cache of %s", type).isFalse();
            assertThat(descriptor.usesSequenceNumbers()).as("sequence of %s", type).isFalse();
            assertThat(PersistenceWeaved.class.isAssignableFrom(type)).as("weaving of %s", type).isTrue();
            for (Object query : descriptor.getQueryManager().getAllQueries()) {
                assertThat(query instanceof ReadQuery read && read.shouldCacheQueryResults()).as("result cache of %s", query).isFalse();
            }
        });
    }

    /** Alpha, beta, and both again, by primary key, each in a unit of its own. */
    private List<String> readTwice(EntityManagerFactory factory) {
        Tenant alpha = core.newTenant();
        Tenant beta = core.newTenant();
        write(factory, alpha, "of-alpha");
        write(factory, beta, "of-beta");
        return List.of(read(factory, alpha), read(factory, beta), read(factory, alpha), read(factory, beta));
    }

    private void write(EntityManagerFactory factory, Tenant tenant, String plugin) {
        core.run(tenant, () -> {
            try (EntityManager entities = factory.createEntityManager()) {
                entities.getTransaction().begin();
                entities.createNativeQuery("INSERT INTO plugin_installation (id, plugin_id, enabled, settings, changed_at)"
                                + " VALUES (?, ?, TRUE, '', '2026-01-01')")
                        .setParameter(1, SAME_ID).setParameter(2, plugin).executeUpdate();
                entities.getTransaction().commit();
            }
        });
    }

    private String read(EntityManagerFactory factory, Tenant tenant) {
        return core.in(tenant, () -> {
            try (EntityManager entities = factory.createEntityManager()) {
                InstallationRecord found = entities.find(InstallationRecord.class, SAME_ID);
                assertThat(found.id()).isEqualTo(new InstallationId(SAME_ID));
                assertThat(found.changedAt()).as("stored and read in UTC").isEqualTo("2026-01-01T00:00:00Z");
                PluginId plugin = found.plugin();
                return plugin.value();
            }
        });
    }
}
