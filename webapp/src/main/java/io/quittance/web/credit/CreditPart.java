package io.quittance.web.credit;

import io.quittance.spi.money.Money;
import java.io.Serializable;
import java.math.BigDecimal;

/** A row of the credit dialog: a line or a tax rate of the invoice, and how much of it is to be credited. */
public class CreditPart implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String label;
    private final BigDecimal left;
    private final String currency;
    private BigDecimal amount;

    CreditPart(String key, String label, Money left) {
        this.key = key;
        this.label = label;
        this.left = left.toDecimal();
        this.currency = left.currency().getCurrencyCode();
    }

    /** Position of the line, or category and percent such as {@code S:19}. */
    String key() {
        return key;
    }

    boolean isWished() {
        return amount != null && amount.signum() != 0;
    }

    public String getLabel() {
        return label;
    }

    public BigDecimal getLeft() {
        return left;
    }

    public String getCurrency() {
        return currency;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }
}
