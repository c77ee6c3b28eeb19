package io.quittance.web.payment;

import io.quittance.payment.PaymentFilter;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.PaymentSort;
import io.quittance.payment.PaymentState;
import io.quittance.payment.boundary.Payments;
import io.quittance.web.shell.Rows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** The list of payments; with the switch on, only those that still have unapplied cash. */
@Named("payments")
@ViewScoped
public class PaymentsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Payments boundary;

    private transient Rows<PaymentRow, PaymentSort> rows;
    private String text = "";
    private PaymentState state;
    private Currency currency;
    private LocalDate from;
    private LocalDate to;
    private boolean unapplied;

    @PostConstruct
    void open() {
        rows = new Rows<>(PaymentSort.RECEIVED, false, request -> boundary.page(filter(), request));
    }

    private PaymentFilter filter() {
        return new PaymentFilter(text, state == null ? Set.of() : Set.of(state), Optional.empty(), Optional.ofNullable(currency),
                Optional.ofNullable(from), Optional.ofNullable(to), unapplied);
    }

    public void clear() {
        text = "";
        state = null;
        currency = null;
        from = null;
        to = null;
        unapplied = false;
    }

    public boolean isFiltered() {
        return !filter().equals(PaymentFilter.all());
    }

    public Rows<PaymentRow, PaymentSort> getRows() {
        return rows;
    }

    public PaymentState[] getStates() {
        return PaymentState.values();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public PaymentState getState() {
        return state;
    }

    public void setState(PaymentState state) {
        this.state = state;
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

    public boolean isUnapplied() {
        return unapplied;
    }

    public void setUnapplied(boolean unapplied) {
        this.unapplied = unapplied;
    }
}
