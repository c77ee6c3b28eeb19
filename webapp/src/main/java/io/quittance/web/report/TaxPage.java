package io.quittance.web.report;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.report.TaxReport;
import io.quittance.report.boundary.TaxReports;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.web.shell.Missing;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tax of a period, as known at the end of a day. */
@Named("taxPage")
@ViewScoped
public class TaxPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TaxReports reports;
    @Inject
    transient Permissions permissions;
    @Inject
    transient CurrentTenant tenant;
    @Inject
    transient Clock clock;

    private transient TaxReport report;
    private LocalDate from;
    private LocalDate to;
    private LocalDate knownOn;

    /** Begins with this month so far and the one before, which is what tax offices ask for first. */
    @PostConstruct
    void begin() {
        to = tenant.get().today(clock);
        from = to.withDayOfMonth(1).minusMonths(1);
    }

    public void open() {
        if (!permissions.allowed(Permission.LEDGER_READ)) {
            Missing.answer();
        }
    }

    /** Reads it anew. */
    public void choose() {
        report = null;
    }

    public TaxReport getReport() {
        if (report == null) {
            report = reports.of(from, to, known());
        }
        return report;
    }

    public List<TaxReport.Row> rows(TaxReport.Sum sum) {
        return getReport().rows().stream().filter(row -> row.base().currency().equals(sum.currency())).toList();
    }

    private Optional<Instant> known() {
        return Optional.ofNullable(knownOn).map(day -> day.plusDays(1).atStartOfDay(tenant.get().zone()).toInstant().minusNanos(1000));
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from == null ? this.from : from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to == null ? this.to : to;
    }

    public LocalDate getKnownOn() {
        return knownOn;
    }

    public void setKnownOn(LocalDate knownOn) {
        this.knownOn = knownOn;
    }
}
