package io.quittance.web.payment;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** An open claim and the amount typed beside it. */
public class ClaimForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long claim;
    private final long invoice;
    private final String number;
    private final ClaimKind kind;
    private final LocalDate due;
    private final String currency;
    private final long openMinor;
    private final boolean onHold;
    private BigDecimal amount;

    ClaimForm(OpenClaim open) {
        claim = open.id().value();
        invoice = open.invoice().value();
        number = open.number().text();
        kind = open.kind();
        due = open.dueDate();
        currency = open.open().currency().getCurrencyCode();
        openMinor = open.open().minorUnits();
        onHold = open.onHold();
    }

    ClaimId claim() {
        return new ClaimId(claim);
    }

    /** What is typed; an amount finer than the currency counts as none, and the input says so. */
    Money money() {
        int decimals = getOpen().currency().getDefaultFractionDigits();
        boolean fits = amount != null && amount.stripTrailingZeros().scale() <= decimals;
        return fits ? Money.of(amount, getOpen().currency(), RoundingMode.UNNECESSARY) : Money.zero(getOpen().currency());
    }

    boolean isChosen() {
        return amount != null && amount.signum() != 0;
    }

    public Money getOpen() {
        return Money.ofMinor(openMinor, currency);
    }

    public long getInvoice() {
        return invoice;
    }

    public String getNumber() {
        return number;
    }

    public ClaimKind getKind() {
        return kind;
    }

    public LocalDate getDue() {
        return due;
    }

    public boolean isOnHold() {
        return onHold;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }
}
