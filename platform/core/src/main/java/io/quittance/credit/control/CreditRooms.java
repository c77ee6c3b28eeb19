package io.quittance.credit.control;

import io.quittance.credit.CreditRoom;
import io.quittance.credit.entity.CreditCalculation;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceView;
import io.quittance.spi.money.Money;
import io.quittance.tax.TaxRate;
import io.quittance.tax.TaxTotal;
import io.quittance.tax.TaxableLine;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of each line and tax category was credited. Grows by conditional updates, under constraints of the server. */
@ApplicationScoped
public class CreditRooms {

    @Inject
    EntityManager entities;

    public CreditRoom read(InvoiceView invoice) {
        Map<String, Long> credited = credited(invoice.id());
        List<CreditRoom.OfLine> lines = invoice.totals().lines().stream()
                .map(line -> new CreditRoom.OfLine(line, left(line.net(), credited.get(part(line))))).toList();
        List<CreditRoom.OfCategory> categories = taxes(invoice).stream()
                .map(tax -> new CreditRoom.OfCategory(tax.rate(), left(tax.taxable(), credited.get(part("net", tax.rate()))),
                        left(tax.tax(), credited.get(part("tax", tax.rate()))))).toList();
        return new CreditRoom(lines, categories, invoice.totals().prices(),
                Optional.of(invoice.totals().rounding()).filter(Money::isPositive));
    }

    /** Makes the rows where they are missing, and keeps everybody else from crediting this invoice until the unit ends. */
    void lock(InvoiceView invoice) {
        Sql.call(entities, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO credit_room (invoice_id, part, limit_minor,"
                    + " credited_minor) VALUES (?, ?, ?, 0) ON DUPLICATE KEY UPDATE limit_minor = limit_minor")) {
                upsert.setLong(1, invoice.id().value());
                for (InvoiceLine line : invoice.totals().lines()) {
                    upsert.setString(2, part(line));
                    upsert.setLong(3, line.net().abs().minorUnits());
                    upsert.executeUpdate();
                }
                for (TaxTotal tax : taxes(invoice)) {
                    upsert.setString(2, part("net", tax.rate()));
                    upsert.setLong(3, tax.taxable().abs().minorUnits());
                    upsert.executeUpdate();
                    upsert.setString(2, part("tax", tax.rate()));
                    upsert.setLong(3, tax.tax().abs().minorUnits());
                    upsert.executeUpdate();
                }
            }
            return null;
        });
    }

    /** @throws IllegalStateException when less is left than a calculation under the lock has found: a defect */
    void take(InvoiceId invoice, CreditCalculation.Result credit) {
        for (int i = 0; i < credit.positions().size(); i++) {
            if (credit.positions().get(i) > 0) {
                take(invoice, "line:" + credit.positions().get(i), credit.totals().lines().get(i).net());
            }
        }
        for (TaxTotal tax : credit.totals().taxes()) {
            take(invoice, part("net", tax.rate()), tax.taxable());
            take(invoice, part("tax", tax.rate()), tax.tax());
        }
    }

    private void take(InvoiceId invoice, String part, Money amount) {
        int updated = Sql.call(entities, connection -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE credit_room SET credited_minor = credited_minor + ?"
                    + " WHERE invoice_id = ? AND part = ? AND credited_minor + ? <= limit_minor")) {
                update.setLong(1, amount.abs().minorUnits());
                update.setLong(2, invoice.value());
                update.setString(3, part);
                update.setLong(4, amount.abs().minorUnits());
                return update.executeUpdate();
            }
        });
        if (updated != 1) {
            throw new IllegalStateException("invoice " + invoice + " has no room for " + amount + " in " + part);
        }
    }

    private Map<String, Long> credited(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT part, credited_minor FROM credit_room WHERE invoice_id = ?")) {
                select.setLong(1, invoice.value());
                Map<String, Long> found = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), row.getLong(2));
                    }
                }
                return found;
            }
        });
    }

    /** An invoice that was issued elsewhere may come without taxes of its own: its line then stands outside of our tax. */
    private static List<TaxTotal> taxes(InvoiceView invoice) {
        return invoice.totals().taxes().isEmpty()
                ? TaxTotal.of(invoice.totals().lines().stream().map(line -> new TaxableLine(line.tax(), line.net())).toList())
                : invoice.totals().taxes();
    }

    private static Money left(Money limit, Long credited) {
        Money used = new Money(credited == null ? 0 : credited, limit.currency());
        return limit.isNegative() ? limit.plus(used) : limit.minus(used);
    }

    private static String part(InvoiceLine line) {
        return "line:" + line.position();
    }

    private static String part(String what, TaxRate rate) {
        return what + ":" + rate.category() + ":" + rate.percent().toPlainString();
    }
}
