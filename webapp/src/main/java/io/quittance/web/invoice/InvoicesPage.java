package io.quittance.web.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.SavedView;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.web.shell.Rows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.primefaces.component.datatable.DataTable;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The list of invoices with its filters and, per currency, its totals. */
@Named("invoices")
@ViewScoped
public class InvoicesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceList list;

    private transient Rows<InvoiceRow, InvoiceSort> rows;
    private transient Optional<Map<Currency, InvoiceSums>> sums;

    private InvoiceStatus status;
    private Long customer;
    private String segment = "";
    private Currency currency;
    private LocalDate from;
    private LocalDate to;
    private String text = "";

    @PostConstruct
    void open() {
        rows = rows(InvoiceSort.CREATED, false);
    }

    private Rows<InvoiceRow, InvoiceSort> rows(InvoiceSort sort, boolean ascending) {
        return new Rows<>(sort, ascending, request -> list.page(filter(), request));
    }

    /** The filters changed, or the data did: the totals are asked again, the rows are at each showing. */
    public void search() {
        sums = null;
    }

    public void clear() {
        status = null;
        customer = null;
        segment = "";
        currency = null;
        from = null;
        to = null;
        text = "";
        search();
    }

    public boolean isFiltered() {
        return !filter().equals(InvoiceFilter.ALL);
    }

    public Rows<InvoiceRow, InvoiceSort> getRows() {
        return rows;
    }

    /** The totals of what the filters let pass, one entry per currency; none when that is too much to add up at each look. */
    public List<InvoiceSums> getSums() {
        return sums().orElse(Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Currency::getCurrencyCode))).map(Map.Entry::getValue).toList();
    }

    /** More pass than are added up. */
    public boolean isMany() {
        return sums().isEmpty();
    }

    private Optional<Map<Currency, InvoiceSums>> sums() {
        if (sums == null) {
            sums = list.sumsBeside(filter());
        }
        return sums;
    }

    /** Takes filters and order from a saved view. */
    void show(SavedView view) {
        InvoiceFilter wanted = view.filter();
        status = wanted.statuses().stream().sorted().findFirst().orElse(null);
        customer = wanted.customer().map(CustomerId::value).orElse(null);
        segment = wanted.segment();
        currency = wanted.currency().orElse(null);
        from = wanted.issuedFrom().orElse(null);
        to = wanted.issuedTo().orElse(null);
        text = wanted.text();
        rows = rows(view.sort(), view.ascending());
        if (FacesContext.getCurrentInstance().getViewRoot().findComponent("invoices:table") instanceof DataTable table) {
            table.reset();
        }
        search();
    }

    InvoiceSort sort() {
        return rows.lastSort();
    }

    boolean isAscending() {
        return rows.isLastAscending();
    }

    public InvoiceStatus[] getStatuses() {
        return InvoiceStatus.values();
    }

    InvoiceFilter filter() {
        return new InvoiceFilter(status == null ? Set.of() : Set.of(status), Optional.ofNullable(customer).map(CustomerId::new), segment,
                Optional.ofNullable(currency), Optional.ofNullable(from), Optional.ofNullable(to), text);
    }

    public InvoiceStatus getStatus() {
        return status;
    }

    public void setStatus(InvoiceStatus status) {
        this.status = status;
    }

    public Long getCustomer() {
        return customer;
    }

    public void setCustomer(Long customer) {
        this.customer = customer;
    }

    public String getSegment() {
        return segment;
    }

    public void setSegment(String segment) {
        this.segment = segment == null ? "" : segment;
    }

    public Currency getCurrency() {
        return currency;
    }

    public void setCurrency(Currency currency) {
        this.currency = currency;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }
}
