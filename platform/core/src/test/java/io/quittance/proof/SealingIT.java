package io.quittance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.proof.boundary.HeadRegister;
import io.quittance.proof.boundary.Sealing;
import io.quittance.testing.CoreContainer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealingIT {

    private static final CoreContainer CORE = CoreContainer.shared();
    private static final int WRITERS = 8;
    private static final int UNITS = 30;

    private final SealedTenant sealed = new SealedTenant();

    @AfterEach
    void releaseClock() {
        CORE.clock().release();
    }

    @Test
    void units_and_batches_of_two_nodes_at_a_time_lose_nothing_and_take_nothing_twice() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                SplittableRandom random = new SplittableRandom(writer);
                writers.add(threads.submit(() -> {
                    for (int unit = 0; unit < UNITS; unit++) {
                        int wait = random.nextInt(40);
                        sealed.record("changed", 1 + random.nextInt(3), () -> pause(wait));
                    }
                }));
            }
            List<Future<?>> nodes = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                nodes.add(threads.submit(() -> {
                    while (writing.get()) {
                        sealed.seal();
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(2, TimeUnit.MINUTES);
            }
            writing.set(false);
            for (Future<?> node : nodes) {
                node.get(1, TimeUnit.MINUTES);
            }
        }
        sealed.seal();
        everythingIsSealedOnce();
        assertThat(sealed.entries()).hasSizeGreaterThanOrEqualTo(WRITERS * UNITS);
        assertThat(sealed.numbers("SELECT COUNT(*) FROM audit_head").getFirst()).as("batches").isGreaterThan(3);
    }

    @Test
    void a_unit_that_drew_its_ids_first_and_commits_last_comes_after_those_that_were_sealed_meanwhile()
            throws SQLException, InterruptedException, ExecutionException {
        CountDownLatch drawn = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> slow = threads.submit(() -> sealed.record("late", 2, () -> {
                drawn.countDown();
                await(commit);
            }));
            await(drawn);
            sealed.record("early", 1);
            sealed.seal();
            SignedHead between = sealed.head();
            assertThat(sealed.entries()).extracting(AuditEntry::action).contains("early").doesNotContain("late");
            commit.countDown();
            slow.get();
            sealed.seal();
            assertThat(sealed.verify(Optional.of(between)).bad()).isEmpty();
        }
        List<AuditEntry> entries = sealed.entries();
        assertThat(entries).extracting(AuditEntry::action).endsWith("early", "late", "late");
        assertThat(entries.get(entries.size() - 2).id()).as("drawn before").isLessThan(entries.get(entries.size() - 3).id());
        everythingIsSealedOnce();
    }

    @Test
    void a_unit_that_rolls_back_leaves_nothing_to_seal() throws SQLException {
        assertThatThrownBy(() -> sealed.record("never", 1, () -> {
            throw new IllegalArgumentException("on purpose");
        })).isInstanceOf(IllegalArgumentException.class);
        sealed.record("once", 1);
        sealed.seal();
        assertThat(sealed.entries()).extracting(AuditEntry::action).contains("once").doesNotContain("never");
        everythingIsSealedOnce();
    }

    @Test
    void a_head_whose_node_died_before_it_left_the_tenants_database_leaves_it_with_the_next() throws SQLException {
        sealed.record("before", 3);
        sealed.seal();
        SignedHead kept = sealed.head();
        sealed.record("between", 2);
        HeadRegister register = CORE.get(HeadRegister.class);
        CORE.run(sealed.tenant, () -> {
            HeadKey key = register.key();
            Sealing sealing = CORE.get(Sealing.class);
            assertThat(sealing.seal(key, register.newest(), sealing.lowest(false)).orElseThrow().events()).isEqualTo(2);
        });
        assertThat(sealed.head()).as("the node died here").isEqualTo(kept);
        sealed.record("after", 1);
        sealed.seal();
        assertThat(sealed.head().head().size()).isEqualTo(kept.head().size() + 3);
        assertThat(sealed.head().key()).isEqualTo(kept.key());
        assertThat(sealed.verify(Optional.of(kept)).bad()).isEmpty();
        everythingIsSealedOnce();
    }

    @Test
    void an_event_whose_unit_committed_long_after_it_drew_its_id_is_sealed_on_the_next_day_at_the_latest() throws SQLException {
        sealed.record("slow", 1);
        sealed.record("quick", 1);
        long slow = sealed.numbers("SELECT id FROM audit_event WHERE action = 'slow'").getFirst();
        Sealing sealing = CORE.get(Sealing.class);
        HeadRegister register = CORE.get(HeadRegister.class);
        CORE.clock().set(Instant.parse("2040-01-01T12:00:00Z"));
        CORE.run(sealed.tenant, () -> assertThat(sealing.seal(register.key(), register.newest(), slow + 1)).isPresent());
        CORE.run(sealed.tenant, () -> {
            assertThat(sealing.lowest(false)).as("looks back a while only").isGreaterThan(slow);
            assertThat(sealing.lowest(true)).as("looks through everything").isLessThanOrEqualTo(slow);
        });
        CORE.clock().set(Instant.parse("2040-01-02T12:00:00Z"));
        sealed.seal();
        assertThat(sealed.entries()).extracting(AuditEntry::action).contains("slow", "quick");
        everythingIsSealedOnce();
    }

    @Test
    void more_events_than_fit_one_batch_are_sealed_in_several() throws SQLException {
        sealed.record("many", Sealing.MOST + 10);
        sealed.seal();
        assertThat(sealed.head().head().size()).isGreaterThan(Sealing.MOST);
        everythingIsSealedOnce();
    }

    @Test
    void a_database_set_back_behind_a_head_that_was_kept_is_not_sealed_over() throws SQLException {
        sealed.record("first", 2);
        sealed.seal();
        SignedHead first = sealed.head();
        sealed.record("second", 2);
        sealed.seal();
        sealed.administer("DELETE FROM audit_head WHERE tree_size > " + first.head().size());
        sealed.administer("DELETE FROM audit_leaf WHERE position >= " + first.head().size());
        sealed.record("third", 1);
        assertThatThrownBy(sealed::seal).isInstanceOf(TrailForked.class).hasMessageContaining("no such head");
        assertThat(sealed.verify().bad()).map(BadEntry::kind).contains(BadEntry.Kind.TRUNCATED);
    }

    private void everythingIsSealedOnce() throws SQLException {
        assertThat(sealed.verify().bad()).isEmpty();
        assertThat(sealed.entries()).extracting(AuditEntry::id)
                .containsExactlyInAnyOrderElementsOf(sealed.numbers("SELECT id FROM audit_event"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
