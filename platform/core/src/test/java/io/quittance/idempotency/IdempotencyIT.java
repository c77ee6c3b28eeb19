package io.quittance.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.idempotency.boundary.Idempotency;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private static final String DIGEST = "a".repeat(64);
    private static final StoredAnswer ANSWER = new StoredAnswer(201, "/api/v1/payments/1", "{\"id\":\"1\"}");

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void the_second_time_the_first_answer_comes_back_and_nothing_happens() {
        assertThat(once("k1", DIGEST)).isEqualTo(new OnceOutcome.Done(ANSWER));
        assertThat(once("k1", DIGEST)).isEqualTo(new OnceOutcome.Repeated(ANSWER));
        assertThat(done).hasValue(1);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        once("k2", DIGEST);

        assertThat(once("k2", "b".repeat(64))).isEqualTo(new OnceOutcome.KeyReused());
        assertThat(done).hasValue(1);
    }

    @Test
    void a_refused_request_keeps_no_key() {
        assertThatThrownBy(() -> core.in(tenant, () -> core.get(Idempotency.class)
                .once(new IdempotentRequest("k3", DIGEST), Permission.PAYMENT_RECORD, () -> {
                    throw new IllegalStateException("refused");
                }))).isInstanceOf(IllegalStateException.class);

        assertThat(once("k3", DIGEST)).isEqualTo(new OnceOutcome.Done(ANSWER));
    }

    @Test
    void keys_of_one_tenant_mean_nothing_to_another() {
        once("k4", DIGEST);
        Tenant other = core.newTenant();

        OnceOutcome outcome = core.in(other, () -> core.get(Idempotency.class)
                .once(new IdempotentRequest("k4", "c".repeat(64)), Permission.PAYMENT_RECORD, this::work));

        assertThat(outcome).isEqualTo(new OnceOutcome.Done(ANSWER));
    }

    @Test
    void the_works_own_permission_is_asked_although_its_boundary_is_nested() {
        Actor issuer = new Actor.Person("s", "n", "e", Set.of(), Set.of(Permission.INVOICE_ISSUE));

        assertThatThrownBy(() -> TenantScope.call(tenant, issuer, () -> core.get(Idempotency.class)
                .once(new IdempotentRequest("k5", DIGEST), Permission.PAYMENT_RECORD, this::work))).isInstanceOf(AccessDenied.class);
        assertThat(done).hasValue(0);
    }

    @Test
    void many_at_the_same_instant_happen_once() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<OnceOutcome> call = () -> once("k6", DIGEST);
            List<Future<OnceOutcome>> outcomes = threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> call).toList());
            int first = 0;
            for (Future<OnceOutcome> outcome : outcomes) {
                first += outcome.get() instanceof OnceOutcome.Done ? 1 : 0;
                assertThat(outcome.get()).isNotInstanceOf(OnceOutcome.KeyReused.class);
            }
            assertThat(first).isEqualTo(1);
        }
        assertThat(done).hasValue(1);
    }

    private OnceOutcome once(String key, String digest) {
        return core.in(tenant, () -> core.get(Idempotency.class)
                .once(new IdempotentRequest(key, digest), Permission.PAYMENT_RECORD, this::work));
    }

    private StoredAnswer work() {
        done.incrementAndGet();
        return ANSWER;
    }
}
