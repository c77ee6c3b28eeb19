package io.quittance.recurring;

/** In what a rhythm counts. */
public enum RhythmUnit {
    WEEK(0),
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    RhythmUnit(int months) {
        this.months = months;
    }

    /** How many months it has; none for weeks. */
    int months() {
        return months;
    }
}
