package io.quittance.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.config.Configuration;
import io.quittance.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final RetryPolicy POLICY = new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(5), 4);

    private final MovableClock clock = new MovableClock();
    private final Random random = new Random(1);
    private Jitter jitter = most -> most;
    private final Retry retry = new Retry(clock, most -> jitter.upTo(most));
    private final RetryBudget budget = new RetryBudget(clock, most -> Duration.ZERO);

    @BeforeEach
    void atNoon() {
        clock.set(NOON);
    }

    @Test
    void waits_at_most_twice_as_long_each_time_up_to_the_cap_and_then_gives_up() {
        assertThat(retry.after(POLICY, 1)).contains(NOON.plusSeconds(10));
        assertThat(retry.after(POLICY, 2)).contains(NOON.plusSeconds(20));
        assertThat(retry.after(POLICY, 3)).contains(NOON.plusSeconds(40));
        assertThat(retry.after(POLICY, 4)).isEmpty();
        assertThat(retry.next(POLICY, 4711)).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void spreads_waits_over_the_whole_range_and_never_comes_back_at_once() {
        jitter = most -> Duration.ofMillis(random.nextLong(most.toMillis() + 1));
        int early = 0;
        for (int i = 0; i < 1000; i++) {
            Duration wait = Duration.between(NOON, retry.next(POLICY, 3));
            assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(40));
            early += wait.compareTo(Duration.ofSeconds(20)) < 0 ? 1 : 0;
        }
        assertThat(early).isBetween(400, 600);
    }

    @Test
    void the_same_seed_throws_the_same_dice() {
        System.setProperty("quittance.retry.seed", "42");
        try {
            Jitter one = new Dice(new Configuration());
            Jitter other = new Dice(new Configuration());
            for (int i = 0; i < 20; i++) {
                assertThat(one.upTo(Duration.ofHours(1))).isEqualTo(other.upTo(Duration.ofHours(1)));
            }
        } finally {
            System.clearProperty("quittance.retry.seed");
        }
    }

    @Test
    void waits_as_long_as_the_other_side_asks_but_not_beyond_a_day() {
        jitter = most -> Duration.ZERO;
        assertThat(retry.after(POLICY, 1, Optional.of(Duration.ofMinutes(30)))).contains(NOON.plus(Duration.ofMinutes(30)));
        assertThat(retry.after(POLICY, 1, Optional.of(Duration.ofDays(400)))).contains(NOON.plus(Duration.ofDays(1)));
        jitter = most -> most;
        assertThat(retry.after(POLICY, 2, Optional.of(Duration.ofSeconds(1)))).contains(NOON.plusSeconds(20));
        assertThat(retry.next(POLICY, 4711, Optional.of(Duration.ofHours(1)))).isEqualTo(NOON.plus(Duration.ofHours(1)).plusSeconds(10));
    }

    @Test
    void what_counts_no_tries_waits_by_its_age() {
        assertThat(retry.aged(POLICY, NOON)).isEqualTo(NOON.plusSeconds(10));
        assertThat(retry.aged(POLICY, NOON.minusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
        assertThat(retry.aged(POLICY, NOON.minus(Duration.ofDays(3)))).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void reads_both_forms_of_retry_after_and_nothing_else() {
        assertThat(RetryAfter.read("120", NOON)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 12:01:30 GMT", NOON)).contains(Duration.ofSeconds(90));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 11:00:00 GMT", NOON)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("-5", NOON)).isEmpty();
        assertThat(RetryAfter.read("99999999999999", NOON)).isEmpty();
        assertThat(RetryAfter.read("soon", NOON)).isEmpty();
    }

    @Test
    void holds_retries_of_a_dead_target_to_the_floor_and_lets_first_tries_and_other_targets_pass() {
        assertThat(spent("a", 100)).isEqualTo(RetryBudget.FLOOR);
        assertThat(budget.hold("a", true)).hasValueSatisfying(until -> assertThat(until).isAfter(NOON)
                .isBeforeOrEqualTo(NOON.plus(RetryBudget.WINDOW)));
        assertThat(budget.hold("a", false)).isEmpty();
        assertThat(budget.hold("b", true)).isEmpty();
    }

    @Test
    void a_tenth_of_many_calls_may_be_retries() {
        for (int i = 0; i < 1000; i++) {
            assertThat(budget.hold("a", false)).isEmpty();
        }
        assertThat(spent("a", 500)).isBetween(100, 112);
    }

    @Test
    void the_budget_is_there_again_when_the_window_has_passed() {
        spent("a", 100);
        clock.set(NOON.plus(RetryBudget.WINDOW));
        assertThat(spent("a", 100)).isEqualTo(RetryBudget.FLOOR);
    }

    @Test
    void a_target_that_answers_again_is_caught_up_with_at_once() {
        spent("a", RetryBudget.FLOOR - 1);
        for (int i = 0; i < 1000; i++) {
            assertThat(budget.hold("a", true)).isEmpty();
            budget.succeeded("a", true);
        }
    }

    @Test
    void a_target_that_asks_to_be_left_alone_is_but_not_for_ever() {
        budget.close("a", Duration.ofSeconds(30));
        budget.close("a", Duration.ofSeconds(5));
        assertThat(budget.hold("a", false)).contains(NOON.plusSeconds(30));
        assertThat(budget.closedUntil("a")).contains(NOON.plusSeconds(30));
        assertThat(budget.closedUntil("b")).isEmpty();
        clock.set(NOON.plusSeconds(30));
        assertThat(budget.hold("a", false)).isEmpty();
        budget.close("a", Duration.ofDays(30));
        assertThat(budget.closedUntil("a")).contains(clock.instant().plus(RetryBudget.LONGEST_CLOSED));
    }

    @Test
    void a_policy_makes_sense_or_is_refused() {
        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofDays(1), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetryPolicy(Duration.ofDays(2), Duration.ofDays(1), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> POLICY.ceiling(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private int spent(String target, int tries) {
        int let = 0;
        for (int i = 0; i < tries; i++) {
            let += budget.hold(target, true).isEmpty() ? 1 : 0;
        }
        return let;
    }
}
