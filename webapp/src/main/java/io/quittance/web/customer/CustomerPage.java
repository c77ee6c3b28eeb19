package io.quittance.web.customer;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceSort;
import io.quittance.invoice.InvoiceSums;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.boundary.Payments;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Rows;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.List;

/** One customer with its invoices and payments. */
@Named("customerPage")
@ViewScoped
public class CustomerPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Customers customers;

    @Inject
    transient InvoiceList invoices;

    @Inject
    transient Payments payments;

    @Inject
    transient Permissions permissions;

    private transient Customer customer;
    private transient List<InvoiceSums> sums;
    private transient Rows<InvoiceRow, InvoiceSort> invoiceRows;
    private transient Rows<PaymentRow, PaymentSort> paymentRows;
    private Long id;

    public void open() {
        if (id == null || customers.find(new CustomerId(id)).isEmpty()) {
            Missing.answer();
            return;
        }
        CustomerId owner = new CustomerId(id);
        invoiceRows = new Rows<>(InvoiceSort.ISSUE_DATE, false, request -> invoices.page(InvoiceFilter.ALL.withCustomer(owner), request));
        paymentRows = new Rows<>(PaymentSort.RECEIVED, false, request -> payments.page(PaymentFilter.of(owner), request));
    }

    public void refresh() {
        customer = null;
        sums = null;
    }

    public Customer getCustomer() {
        if (customer == null) {
            customer = customers.find(new CustomerId(id)).orElseThrow(() -> new IllegalStateException("customer " + id + " is gone"));
        }
        return customer;
    }

    /** One entry per currency, never added up. */
    public List<InvoiceSums> getSums() {
        if (sums == null) {
            sums = permissions.allowed(Permission.INVOICE_READ)
                    ? List.copyOf(invoices.sums(InvoiceFilter.ALL.withCustomer(new CustomerId(id))).values()) : List.of();
        }
        return sums;
    }

    public Rows<InvoiceRow, InvoiceSort> getInvoiceRows() {
        return invoiceRows;
    }

    public Rows<PaymentRow, PaymentSort> getPaymentRows() {
        return paymentRows;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }
}
