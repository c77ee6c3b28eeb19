package io.quittance.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.tenancy.control.DoorbellWorker;
import io.quittance.testing.CoreContainer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class DoorbellIT {

    private final CoreContainer core = CoreContainer.shared();

    @Test
    void a_bell_is_answered_in_its_own_tenants_scope_and_once() {
        Tenant alpha = core.newTenant();
        Tenant beta = core.newTenant();
        core.run(alpha, () -> core.get(Doorbell.class).ring("test-bell"));

        core.answerBells();
        core.answerBells();

        assertThat(TestBell.ANSWERS.get(alpha.slug())).hasSize(1);
        assertThat(TestBell.ANSWERS).doesNotContainKey(beta.slug());
    }

    @Test
    void a_failed_answer_is_given_again_later() {
        Tenant tenant = core.newTenant();
        TestBell.FAILING.put(tenant.slug(), true);
        core.run(tenant, () -> core.get(Doorbell.class).ring("test-bell"));
        core.answerBells();
        assertThat(TestBell.ANSWERS).doesNotContainKey(tenant.slug());

        TestBell.FAILING.remove(tenant.slug());
        core.clock().set(Instant.now().plusSeconds(60));
        core.answerBells();
        core.clock().release();

        assertThat(TestBell.ANSWERS.get(tenant.slug())).hasSize(1);
    }

    @Test
    void a_ring_lost_in_a_crash_is_made_good_by_the_sweep() {
        Tenant tenant = core.newTenant();

        core.clock().set(Instant.now().plusSeconds(3600));
        core.get(DoorbellWorker.class).sweepIfDue();
        core.answerBells();
        core.clock().release();

        assertThat(TestBell.ANSWERS.get(tenant.slug())).hasSize(1);
    }

    /** Answers with the tenant it finds itself in. */
    @ApplicationScoped
    public static class TestBell implements DoorbellHandler {

        static final Map<String, List<String>> ANSWERS = new ConcurrentHashMap<>();
        static final Map<String, Boolean> FAILING = new ConcurrentHashMap<>();

        @Inject
        CurrentTenant tenant;

        @Override
        public String kind() {
            return "test-bell";
        }

        @Override
        public Optional<Instant> answer() {
            String slug = tenant.get().slug();
            if (FAILING.containsKey(slug)) {
                throw new IllegalStateException("on purpose");
            }
            ANSWERS.computeIfAbsent(slug, key -> new ArrayList<>()).add(slug);
            return Optional.empty();
        }
    }
}
