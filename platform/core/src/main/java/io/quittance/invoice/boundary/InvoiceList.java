package io.quittance.invoice.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.TimelineEntry;
import io.quittance.tenancy.Boundary;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads invoices. */
@Boundary
public class InvoiceList {

    @Requires(Permission.INVOICE_READ)
    public Page<InvoiceRow> page(InvoiceFilter filter, Page.Request<InvoiceSort> request) {
        throw new UnsupportedOperationException();
    }

    /** Sums per currency over all invoices that the filter lets pass. */
    @Requires(Permission.INVOICE_READ)
    public Map<Currency, InvoiceSums> sums(InvoiceFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<InvoiceView> find(InvoiceId id) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<InvoiceId> byNumber(InvoiceNumber number) {
        throw new UnsupportedOperationException();
    }

    /** The facts of one invoice, oldest first. */
    @Requires(Permission.INVOICE_READ)
    public List<TimelineEntry> timeline(InvoiceId id) {
        throw new UnsupportedOperationException();
    }
}
