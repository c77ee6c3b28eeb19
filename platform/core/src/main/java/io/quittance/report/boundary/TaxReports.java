package io.quittance.report.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.report.TaxReport;
import io.quittance.report.control.TaxCsv;
import io.quittance.report.control.TaxQueries;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tax by period. */
@Boundary
public class TaxReports {

    @Inject
    TaxQueries queries;

    /**
     * What is owed to the tax office for documents and discounts booked from one civil day to another, both included. What is
     * written off corrects no tax here: that depends on proof of the debtor's insolvency (UStG s. 17 (2) 1).
     *
     * @param knownAt only what was posted by that instant; empty for everything
     */
    @Requires(Permission.LEDGER_READ)
    public TaxReport of(LocalDate from, LocalDate to, Optional<Instant> knownAt) {
        List<TaxReport.Row> rows = queries.rows(from, to, knownAt);
        Map<String, Money> booked = queries.booked(from, to, knownAt);
        TreeSet<String> codes = new TreeSet<>(booked.keySet());
        rows.forEach(row -> codes.add(row.base().currency().getCurrencyCode()));
        List<TaxReport.Sum> sums = codes.stream().map(code -> {
            Money zero = Money.ofMinor(0, code);
            List<TaxReport.Row> own = rows.stream().filter(row -> row.base().currency().equals(zero.currency())).toList();
            return new TaxReport.Sum(Currency.getInstance(code), own.stream().map(TaxReport.Row::base).reduce(zero, Money::plus),
                    own.stream().map(TaxReport.Row::tax).reduce(zero, Money::plus), booked.getOrDefault(code, zero));
        }).toList();
        return new TaxReport(from, to, knownAt, rows, sums);
    }

    /** The same as text for a spreadsheet, cells guarded against formulas. */
    @Requires(Permission.LEDGER_READ)
    public String csv(LocalDate from, LocalDate to, Optional<Instant> knownAt) {
        return TaxCsv.of(of(from, to, knownAt));
    }
}
