package io.quittance.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DunningScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void acts_today_while_its_time_lies_ahead_else_tomorrow() {
        DunningSchedule schedule = at("09:00");
        assertThat(schedule.nextAfter(Instant.parse("2026-07-01T06:59:00Z"))).isEqualTo("2026-07-01T07:00:00Z");
        assertThat(schedule.nextAfter(Instant.parse("2026-07-01T07:00:00Z"))).isEqualTo("2026-07-02T07:00:00Z");
    }

    @Test
    void keeps_to_the_wall_clock_when_clocks_change() {
        DunningSchedule schedule = at("09:00");
        assertThat(schedule.nextAfter(Instant.parse("2026-03-28T08:00:00Z"))).isEqualTo("2026-03-29T07:00:00Z");
        assertThat(schedule.nextAfter(Instant.parse("2026-10-24T07:00:00Z"))).isEqualTo("2026-10-25T08:00:00Z");
    }

    @Test
    void a_time_that_does_not_exist_is_taken_an_hour_later_and_one_that_comes_twice_the_first_time() {
        DunningSchedule schedule = at("02:30");
        assertThat(schedule.nextAfter(Instant.parse("2026-03-28T02:00:00Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(schedule.nextAfter(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void a_step_looks_back_a_few_days_and_a_notice_never_beyond_the_due_date() {
        LocalDate today = LocalDate.parse("2026-11-10");
        DunningStep after = new DunningStep("after-3", 3, DunningTone.FRIENDLY);
        assertThat(after.lastDue(today)).isEqualTo("2026-11-07");
        assertThat(after.firstDue(today)).isEqualTo("2026-11-04");
        DunningStep near = new DunningStep("before-1", -1, DunningTone.NOTICE);
        assertThat(near.lastDue(today)).isEqualTo("2026-11-11");
        assertThat(near.firstDue(today)).isEqualTo(today);
    }

    @Test
    void a_ladder_has_no_step_on_the_due_day_and_no_two_alike() {
        assertThatThrownBy(() -> new DunningStep("x", 0, DunningTone.FRIENDLY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DunningStep("x", -3, DunningTone.FIRM)).isInstanceOf(IllegalArgumentException.class);
        DunningStep step = new DunningStep("a", 3, DunningTone.FRIENDLY);
        assertThatThrownBy(() -> new DunningLadder(true, LocalTime.NOON, List.of(step, new DunningStep("b", 3, DunningTone.FIRM))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DunningSchedule at(String time) {
        return new DunningSchedule(new DunningLadder(true, LocalTime.parse(time), List.of()), BERLIN);
    }
}
