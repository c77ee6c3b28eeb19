package io.quittance.interest;

import java.time.LocalDate;

/** Into how many parts a year's interest is divided. */
public enum DayCount {
    /** Every day is 1/365 of a year, in leap years too. */
    ACTUAL_365,
    /** A day of a leap year is 1/366 of it, any other 1/365. */
    ACTUAL_ACTUAL;

    /** 365 or 366. */
    public int daysOfYear(LocalDate day) {
        return this == ACTUAL_ACTUAL ? day.lengthOfYear() : 365;
    }
}
