package io.quittance.web.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;

/** A price as it is typed; empty where the item is not sold in that currency. */
public class PriceForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Currency currency;
    private BigDecimal price;

    PriceForm(Currency currency, BigDecimal price) {
        this.currency = currency;
        this.price = price;
    }

    public Currency getCurrency() {
        return currency;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }
}
