package io.quittance.web.invoice;

import io.quittance.invoice.Instalment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One instalment as it is typed. */
public class InstalmentForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private LocalDate due;
    private BigDecimal amount;

    static InstalmentForm of(Instalment instalment) {
        InstalmentForm form = new InstalmentForm();
        form.due = instalment.due();
        form.amount = instalment.amount().toDecimal();
        return form;
    }

    public LocalDate getDue() {
        return due;
    }

    public void setDue(LocalDate due) {
        this.due = due;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }
}
