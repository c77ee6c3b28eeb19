package io.quittance.statement;

/** In which order a file writes the parts of its days. */
public enum DateOrder {
    DAY_MONTH_YEAR, MONTH_DAY_YEAR, YEAR_MONTH_DAY
}
