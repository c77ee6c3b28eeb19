package io.quittance.web.customer;

import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerKind;
import io.quittance.customer.CustomerRow;
import io.quittance.customer.CustomerSort;
import io.quittance.customer.boundary.Customers;
import io.quittance.web.shell.Rows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.Optional;

/** The list of customers. */
@Named("customers")
@ViewScoped
public class CustomersPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Customers boundary;

    private transient Rows<CustomerRow, CustomerSort> rows;
    private String text = "";
    private CustomerKind kind;

    @PostConstruct
    void open() {
        rows = new Rows<>(CustomerSort.NAME, true, request -> boundary.page(filter(), request));
    }

    private CustomerFilter filter() {
        return new CustomerFilter(text, Optional.ofNullable(kind), "");
    }

    public boolean isFiltered() {
        return !text.isBlank() || kind != null;
    }

    public Rows<CustomerRow, CustomerSort> getRows() {
        return rows;
    }

    public CustomerKind[] getKinds() {
        return CustomerKind.values();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text.strip();
    }

    public CustomerKind getKind() {
        return kind;
    }

    public void setKind(CustomerKind kind) {
        this.kind = kind;
    }
}
