package io.quittance.invoice.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.DueInvoice;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceScroll;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.InvoiceView;
import io.quittance.invoice.TimelineEntry;
import io.quittance.invoice.control.InvoiceEvents;
import io.quittance.invoice.control.InvoiceRows;
import io.quittance.invoice.control.InvoiceSearch;
import io.quittance.invoice.control.InvoiceViews;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads invoices. */
@Boundary
public class InvoiceList {

    /** As far as pages are counted and rows are skipped. */
    public static final int COUNTED = 10_000;

    @Inject
    InvoiceSearch search;
    @Inject
    InvoiceRows rows;
    @Inject
    InvoiceViews views;
    @Inject
    InvoiceEvents events;

    /** One page; counts up to {@value #COUNTED} of those that fit. */
    @Requires(Permission.INVOICE_READ)
    public Page<InvoiceRow> page(InvoiceFilter filter, Page.Request<InvoiceSort> request) {
        return search.page(filter, request, COUNTED);
    }

    /**
     * Reads a list of any length from one end to the other: costs the same wherever it goes on.
     *
     * @param after what the call before named as next; empty for the beginning
     * @param limit 1 to {@value Page.Request#MOST}
     * @return empty when {@code after} was not given by a call with the same order
     */
    @Requires(Permission.INVOICE_READ)
    public Optional<InvoiceScroll> scroll(InvoiceFilter filter, InvoiceSort sort, boolean ascending, Optional<String> after, int limit) {
        return search.scroll(filter, sort, ascending, after, limit);
    }

    /** Sums per currency, for a page that shows them beside a list; empty when more than {@value #COUNTED} invoices fit. */
    @Requires(Permission.INVOICE_READ)
    public Optional<Map<Currency, InvoiceSums>> sumsBeside(InvoiceFilter filter) {
        return search.sumsUpTo(filter, COUNTED);
    }

    /** Sums per currency over all invoices that the filter lets pass, however many. */
    @Requires(Permission.INVOICE_READ)
    public Map<Currency, InvoiceSums> sums(InvoiceFilter filter) {
        return search.sums(filter);
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<InvoiceView> find(InvoiceId id) {
        return views.find(id);
    }

    @Requires(Permission.INVOICE_READ)
    public Optional<InvoiceId> byNumber(InvoiceNumber number) {
        return rows.byNumber(number);
    }

    /** Those of the numbers that stand on an invoice, each with its line of a list. @param numbers at most a thousand or so */
    @Requires(Permission.INVOICE_READ)
    public Map<InvoiceNumber, InvoiceRow> byNumbers(Collection<InvoiceNumber> numbers) {
        return search.byNumbers(numbers);
    }

    /** The facts of one invoice, oldest first. */
    @Requires(Permission.INVOICE_READ)
    public List<TimelineEntry> timeline(InvoiceId id) {
        return events.of(id);
    }

    /** What is owed, not on hold, and next due between two days, both included: oldest due first. */
    @Requires({Permission.REMINDER_READ, Permission.INVOICE_READ})
    public List<DueInvoice> collectable(LocalDate dueFrom, LocalDate dueTo) {
        return rows.collectable(dueFrom, dueTo);
    }
}
