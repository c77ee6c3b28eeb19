package io.quittance.demo.control;

import io.quittance.demo.DemoBusiness;
import io.quittance.imports.FileFormat;
import io.quittance.imports.FileOutcome;
import io.quittance.imports.ImportKind;
import io.quittance.imports.ImportReport;
import io.quittance.imports.ImportRequest;
import io.quittance.imports.boundary.Imports;
import io.quittance.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a business's past in through the product's own import. Safe to repeat: what is here already is refused row by row. */
@ApplicationScoped
public class DemoHistory {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);

    @Inject
    Imports imports;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    void bring(DemoBusiness business) {
        DemoFiles files = new DemoGenerator(business, tenant.get().today(clock)).generate();
        bring(ImportKind.CUSTOMERS, "customers.csv", files.customers());
        bring(ImportKind.INVOICES, "invoices.csv", files.invoices());
        bring(ImportKind.PAYMENTS, "payments.csv", files.payments());
    }

    private void bring(ImportKind kind, String name, byte[] content) {
        switch (imports.run(new ImportRequest(kind, name, content, FileFormat.standard()))) {
            case FileOutcome.Imported done -> log(name, done.report());
            case FileOutcome.Refused refused -> throw new IllegalStateException("the demo's " + name + " is refused: " + refused.fault());
            case FileOutcome.Checked dry -> throw new IllegalStateException("no dry run was asked for: " + dry);
        }
    }

    private void log(String name, ImportReport report) {
        LOG.info("demo: {} of {}: {} rows brought in, {} not", name, tenant.get().slug(), report.good(), report.broken().size());
    }
}
