package io.quittance.recurring;

/** What becomes of a day that a month does not have. */
public enum ShortMonth {
    /** The 31st is the 30th in April, and the 28th or 29th in February. */
    LAST_DAY,
    /** The 31st of April is the 1st of May. */
    FIRST_OF_NEXT
}
