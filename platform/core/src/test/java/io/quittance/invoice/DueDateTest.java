package io.quittance.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DueDateTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-28");

    @Test
    void the_due_day_is_not_late_and_the_instant_after_it_is() {
        DueDate due = new DueDate(DAY, ZoneId.of("Europe/Berlin"));
        assertThat(due.isOverdueAt(Instant.parse("2026-03-28T22:59:59.999Z"))).isFalse();
        assertThat(due.isOverdueAt(Instant.parse("2026-03-28T23:00:00Z"))).isTrue();
    }

    @Test
    void the_day_ends_where_the_contract_lives_and_not_in_utc() {
        Instant now = Instant.parse("2026-03-28T12:00:00Z");
        assertThat(new DueDate(DAY, ZoneId.of("Pacific/Auckland")).isOverdueAt(now)).isTrue();
        assertThat(new DueDate(DAY, ZoneId.of("Pacific/Honolulu")).isOverdueAt(now)).isFalse();
        assertThat(new DueDate(DAY, ZoneId.of("Pacific/Honolulu")).isOverdueAt(Instant.parse("2026-03-29T09:59:59Z"))).isFalse();
    }

    @Test
    void a_due_day_of_23_or_25_hours_ends_at_its_own_midnight() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        DueDate spring = new DueDate(LocalDate.parse("2026-03-29"), berlin);
        DueDate autumn = new DueDate(LocalDate.parse("2026-10-25"), berlin);
        assertThat(spring.overdueFrom()).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(autumn.overdueFrom()).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(Duration.between(autumn.date().atStartOfDay(berlin).toInstant(), autumn.overdueFrom())).hasHours(25);
    }

    @Test
    void a_day_whose_midnight_does_not_exist_begins_at_one() {
        // Clocks in Asuncion went forward at midnight of 6 October 2024.
        DueDate due = new DueDate(LocalDate.parse("2024-10-05"), ZoneId.of("America/Asuncion"));
        assertThat(due.overdueFrom()).isEqualTo("2024-10-06T04:00:00Z");
    }

    @Test
    void days_overdue_are_civil_days_and_never_negative() {
        DueDate due = new DueDate(DAY, ZoneId.of("Europe/Berlin"));
        assertThat(due.daysOverdueAt(Instant.parse("2026-03-01T00:00:00Z"))).isZero();
        assertThat(due.daysOverdueAt(Instant.parse("2026-03-28T23:00:00Z"))).isEqualTo(1);
        assertThat(due.daysOverdueAt(Instant.parse("2026-03-30T21:59:59Z"))).isEqualTo(2);
    }
}
