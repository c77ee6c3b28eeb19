package io.quittance.tenancy.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many threads over many tenants, each with a canary of its own: no foreign one is ever seen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryIT {

    private static final int THREADS = 64;
    private static final int TENANTS = 20;
    private static final int ROUNDS = Integer.getInteger("quittance.proof.rounds", 40);

    private final CoreContainer core = CoreContainer.shared();
    private final List<Tenant> tenants = new ArrayList<>();

    @BeforeAll
    void giveEachTenantItsCanary() {
        for (int i = 0; i < TENANTS; i++) {
            Tenant tenant = core.newTenant();
            core.run(tenant, () -> core.get(Cage.class).put(tenant.slug()));
            tenants.add(tenant);
        }
    }

    @Test
    void sixty_four_threads_over_twenty_tenants_see_no_foreign_canary() throws InterruptedException, ExecutionException {
        assertThat(foreignCanaries(core.get(Cage.class))).isEmpty();
    }

    /** Proof of the test above: a router that errs once in a hundred check-outs is found. */
    @Test
    void a_router_that_hands_out_the_wrong_tenant_is_caught() throws InterruptedException, ExecutionException {
        try (SeContainer mutant = SeContainerInitializer.newInstance().addExtensions(new EnableMisrouting()).initialize()) {
            mutant.select(Misrouting.class).get().lure(tenants.getFirst());

            assertThat(foreignCanaries(mutant.select(Cage.class).get())).isNotEmpty();
        }
    }

    private List<String> foreignCanaries(Cage cage) throws InterruptedException, ExecutionException {
        List<String> foreign = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random order = new Random(i);
                running.add(threads.submit(() -> watch(cage, order, foreign)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return foreign;
    }

    private void watch(Cage cage, Random order, List<String> foreign) {
        for (int round = 0; round < ROUNDS; round++) {
            Tenant tenant = tenants.get(order.nextInt(tenants.size()));
            List<String> seen = TenantScope.<List<String>, RuntimeException>call(tenant, new Actor.Job("canary"), cage::look);
            if (!seen.equals(List.of(tenant.slug()))) {
                foreign.add(tenant.slug() + " saw " + seen);
            }
        }
    }

    /** A feature whose one row says whose it is. */
    @Boundary
    public static class Cage {

        @Inject
        EntityManager entities;

        @Requires(Permission.SETTINGS_WRITE)
        public void put(String canary) {
            entities.createNativeQuery("INSERT INTO setting (name, value) VALUES ('canary', ?)").setParameter(1, canary).executeUpdate();
        }

        @Requires(Permission.SETTINGS_READ)
        public List<String> look() {
            List<String> seen = new ArrayList<>();
            for (Object value : entities.createNativeQuery("SELECT value FROM setting WHERE name = 'canary'").getResultList()) {
                seen.add((String) value);
            }
            return seen;
        }
    }

    /** Puts the mutant in the place of the product's own, in one container only. */
    public static class EnableMisrouting implements Extension {

        void enable(@Observes AfterTypeDiscovery types) {
            types.getAlternatives().add(Misrouting.class);
        }
    }

    /** The mutant: every hundredth check-out is another tenant's connection. Never enabled outside of its own test. */
    @Alternative
    @ApplicationScoped
    public static class Misrouting extends TenantConnections {

        private static final int ONCE_IN = 100;

        private final AtomicInteger checkOuts = new AtomicInteger();
        private volatile Tenant lure;

        public void lure(Tenant tenant) {
            lure = tenant;
        }

        @Override
        Connection checkOut(Tenant tenant) throws SQLException {
            return super.checkOut(lure != null && checkOuts.incrementAndGet() % ONCE_IN == 0 ? lure : tenant);
        }
    }
}
