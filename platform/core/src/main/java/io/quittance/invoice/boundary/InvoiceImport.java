package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.ImportOutcome;
import io.quittance.invoice.ImportedInvoice;
import io.quittance.invoice.control.OpeningBalances;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Brings in invoices that were issued elsewhere, with what is still open of them as opening balances. */
@Boundary
public class InvoiceImport {

    /** The batch that is worth one unit: larger ones are better cut into several calls. */
    public static final int BATCH = 500;

    @Inject
    OpeningBalances balances;

    /** One unit of work; an outcome for each, in the same order. No mail is sent and no number drawn. */
    @Requires(Permission.IMPORT_RUN)
    public List<ImportOutcome> bring(List<ImportedInvoice> invoices) {
        return balances.bring(invoices);
    }
}
