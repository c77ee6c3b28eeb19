package io.quittance.recurring;

/**
 * How often, and on which day.
 *
 * @param every      1 to {@value #MOST}: every so many weeks, months, quarters or years
 * @param dayOfMonth 1 to 31; without meaning for weeks, which keep the first day's day of the week
 */
public record Rhythm(RhythmUnit unit, int every, int dayOfMonth, ShortMonth shortMonth) {

    /** No rhythm is slower than that many of its units. */
    public static final int MOST = 60;

    public Rhythm {
        if (every < 1 || every > MOST || dayOfMonth < 1 || dayOfMonth > 31) {
            throw new IllegalArgumentException("a rhythm is every 1 to " + MOST + " units on day 1 to 31, not every " + every + " on "
                    + dayOfMonth);
        }
    }

    public static Rhythm weekly(int every) {
        return new Rhythm(RhythmUnit.WEEK, every, 1, ShortMonth.LAST_DAY);
    }

    public static Rhythm monthly(int every, int dayOfMonth) {
        return new Rhythm(RhythmUnit.MONTH, every, dayOfMonth, ShortMonth.LAST_DAY);
    }
}
