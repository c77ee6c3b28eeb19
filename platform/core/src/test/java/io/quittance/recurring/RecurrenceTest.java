package io.quittance.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_31st_comes_back_after_short_months() {
        assertThat(next(monthly("2027-01-31", 31, ShortMonth.LAST_DAY), "2027-01-31", 5)).containsExactly("2027-01-31", "2027-02-28",
                "2027-03-31", "2027-04-30", "2027-05-31");
    }

    @Test
    void a_day_that_a_month_lacks_can_be_the_first_of_the_next() {
        assertThat(next(monthly("2027-01-31", 31, ShortMonth.FIRST_OF_NEXT), "2027-01-01", 5)).containsExactly("2027-01-31", "2027-03-01",
                "2027-03-31", "2027-05-01", "2027-05-31");
    }

    @Test
    void the_29th_of_february_is_the_28th_in_between_and_comes_back() {
        Recurrence yearly = new Recurrence(day("2028-02-29"), new Rhythm(RhythmUnit.YEAR, 1, 29, ShortMonth.LAST_DAY), Optional.empty(),
                Optional.empty());
        assertThat(next(yearly, "2028-01-01", 5)).containsExactly("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29");
    }

    @Test
    void a_day_of_the_month_before_the_first_day_begins_in_the_next_step() {
        assertThat(next(monthly("2027-01-20", 15, ShortMonth.LAST_DAY), "2027-01-01", 2)).containsExactly("2027-02-15", "2027-03-15");
        Recurrence quarterly = new Recurrence(day("2027-01-20"), new Rhythm(RhythmUnit.QUARTER, 1, 1, ShortMonth.LAST_DAY),
                Optional.empty(), Optional.empty());
        assertThat(next(quarterly, "2027-01-01", 3)).containsExactly("2027-04-01", "2027-07-01", "2027-10-01");
    }

    @Test
    void weeks_keep_the_day_of_the_week_over_the_change_of_clocks() {
        Recurrence fortnightly = new Recurrence(day("2027-03-21"), Rhythm.weekly(2), Optional.empty(), Optional.empty());
        assertThat(next(fortnightly, "2027-03-22", 2)).containsExactly("2027-04-04", "2027-04-18");
        assertThat(Recurrence.due(day("2027-03-27"), BERLIN).toInstant()).isEqualTo(Instant.parse("2027-03-27T05:00:00Z"));
        assertThat(Recurrence.due(day("2027-03-28"), BERLIN).toInstant()).isEqualTo(Instant.parse("2027-03-28T04:00:00Z"));
    }

    @Test
    void a_day_is_due_from_six_oclock_of_the_zone_on() {
        assertThat(Recurrence.lastDue(Instant.parse("2027-03-28T03:59:59Z"), BERLIN)).isEqualTo(day("2027-03-27"));
        assertThat(Recurrence.lastDue(Instant.parse("2027-03-28T04:00:00Z"), BERLIN)).isEqualTo(day("2027-03-28"));
        assertThat(Recurrence.lastDue(Instant.parse("2027-06-30T20:00:00Z"), ZoneId.of("Pacific/Auckland"))).isEqualTo(day("2027-07-01"));
    }

    @Test
    void it_ends_after_the_last_day_or_after_so_many_whichever_comes_first() {
        Rhythm monthly = Rhythm.monthly(1, 10);
        Recurrence both = new Recurrence(day("2027-01-10"), monthly, Optional.of(day("2027-03-10")), Optional.of(5));
        assertThat(next(both, "2027-01-01", 9)).containsExactly("2027-01-10", "2027-02-10", "2027-03-10");
        Recurrence twice = new Recurrence(day("2027-01-10"), monthly, Optional.of(day("2027-12-31")), Optional.of(2));
        assertThat(next(twice, "2027-01-01", 9)).containsExactly("2027-01-10", "2027-02-10");
        assertThat(twice.onOrAfter(day("2027-02-11"))).isEmpty();
    }

    @Test
    void a_period_ends_on_the_day_before_the_next_even_when_none_follows() {
        Recurrence once = new Recurrence(day("2027-01-31"), Rhythm.monthly(1, 31), Optional.empty(), Optional.of(1));
        assertThat(once.periodEnd(day("2027-01-31"))).isEqualTo(day("2027-02-27"));
    }

    @Test
    void days_asked_for_far_ahead_are_the_same_as_days_counted_one_by_one() {
        for (RhythmUnit unit : RhythmUnit.values()) {
            for (int dayOfMonth : new int[] {1, 28, 29, 30, 31}) {
                for (ShortMonth rule : ShortMonth.values()) {
                    Recurrence recurrence = new Recurrence(day("2027-01-29"), new Rhythm(unit, 3, dayOfMonth, rule), Optional.empty(),
                            Optional.empty());
                    List<LocalDate> all = recurrence.next(recurrence.start(), 60);
                    assertThat(all).doesNotHaveDuplicates().isSorted();
                    for (int i = 1; i < all.size(); i++) {
                        assertThat(recurrence.onOrAfter(all.get(i - 1).plusDays(1))).contains(all.get(i));
                    }
                }
            }
        }
    }

    private static Recurrence monthly(String start, int dayOfMonth, ShortMonth rule) {
        return new Recurrence(day(start), new Rhythm(RhythmUnit.MONTH, 1, dayOfMonth, rule), Optional.empty(), Optional.empty());
    }

    private static List<String> next(Recurrence recurrence, String from, int most) {
        return recurrence.next(day(from), most).stream().map(LocalDate::toString).toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
