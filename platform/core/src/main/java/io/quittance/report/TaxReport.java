package io.quittance.report;

import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Tax of a period as the books count it.
 *
 * @param knownAt only what was posted by that instant; empty for everything
 * @param rows    by currency, category, rate, country and source
 * @param sums    one for each currency
 */
public record TaxReport(LocalDate from, LocalDate to, Optional<Instant> knownAt, List<Row> rows, List<Sum> sums) {

    /** Where an amount comes from. */
    public enum Source {
        INVOICES, CREDIT_NOTES,
        /** Early-payment discounts that lower the taxable amount, less those that were taken back. */
        DISCOUNTS
    }

    /**
     * Amounts of one rate in one country.
     *
     * @param country of the buyer as the document names it, ISO 3166-1 alpha-2; empty where it names none
     * @param base    taxable amount; negative where it is lowered
     * @param tax     on it
     */
    public record Row(Source source, TaxRate rate, String country, Money base, Money tax) {
    }

    /**
     * A currency as a whole.
     *
     * @param tax      of the rows
     * @param booked   by how much the tax account moved in the period, positive when more is owed to the tax office
     */
    public record Sum(Currency currency, Money base, Money tax, Money booked) {

        /** What the account moved by beside the rows; zero unless somebody posted to it in another way. */
        public Money difference() {
            return booked.minus(tax);
        }
    }

    public TaxReport {
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
    }
}
