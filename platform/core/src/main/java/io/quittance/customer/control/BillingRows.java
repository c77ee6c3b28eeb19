package io.quittance.customer.control;

import io.quittance.customer.BillingDefaults;
import io.quittance.customer.CustomerId;
import io.quittance.tenancy.Sql;
import io.quittance.tax.PriceMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Currency;
import java.util.Optional;

/** Reads and writes what invoices for a customer begin with. */
@ApplicationScoped
public class BillingRows {

    @Inject
    EntityManager entities;

    public BillingDefaults read(CustomerId customer) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT currency, discount_percent, prices FROM customer_billing WHERE customer_id = ?")) {
                select.setLong(1, customer.value());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? new BillingDefaults(Optional.ofNullable(row.getString(1)).map(Currency::getInstance),
                            row.getBigDecimal(2), Optional.ofNullable(row.getString(3)).map(PriceMode::valueOf)) : BillingDefaults.NONE;
                }
            }
        });
    }

    public void write(CustomerId customer, BillingDefaults defaults) {
        Sql.call(entities, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO customer_billing (customer_id, currency,"
                    + " discount_percent, prices) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE currency = VALUES(currency),"
                    + " discount_percent = VALUES(discount_percent), prices = VALUES(prices)")) {
                upsert.setLong(1, customer.value());
                upsert.setString(2, defaults.currency().map(Currency::getCurrencyCode).orElse(null));
                upsert.setBigDecimal(3, defaults.discountPercent());
                upsert.setString(4, defaults.prices().map(PriceMode::name).orElse(null));
                return upsert.executeUpdate();
            }
        });
    }
}
