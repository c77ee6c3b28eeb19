package io.quittance.credit;

/** What of an invoice is credited. */
public enum CreditScope {
    /** All that was not credited before. */
    WHOLE,
    /** Net amounts of lines. */
    LINES,
    /** Net amounts per tax category and rate, whatever the lines. */
    CATEGORIES
}
