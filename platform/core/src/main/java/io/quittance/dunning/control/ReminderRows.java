package io.quittance.dunning.control;

import io.quittance.dunning.DunningStep;
import io.quittance.dunning.DunningTone;
import io.quittance.invoice.DueInvoice;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which step of the ladder was done for which invoice, and on which civil day. */
@ApplicationScoped
public class ReminderRows {

    @Inject
    EntityManager entities;
    @Inject
    Clock clock;

    /** A reminder that was decided. */
    public record Decided(InvoiceId invoice, String step, DunningTone tone, LocalDate day, String outboxKey) {
    }

    /** Those of the invoices for whose due date the step was done already, or for which any step was on that day. */
    public Set<InvoiceId> done(List<DueInvoice> invoices, DunningStep step, LocalDate day) {
        if (invoices.isEmpty()) {
            return Set.of();
        }
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT invoice_id, step, due_on, due_date FROM reminder"
                    + " WHERE (step = ? OR due_on = ?) AND invoice_id IN (" + Sql.marks(invoices.size())
                    + ")")) {
                select.setString(1, step.code());
                select.setObject(2, day);
                for (int i = 0; i < invoices.size(); i++) {
                    select.setLong(i + 3, invoices.get(i).id().value());
                }
                Map<InvoiceId, LocalDate> dueDates = invoices.stream().collect(Collectors.toMap(DueInvoice::id, DueInvoice::due));
                Set<InvoiceId> done = new HashSet<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        InvoiceId invoice = new InvoiceId(row.getLong(1));
                        if (row.getObject(3, LocalDate.class).equals(day)
                                || row.getObject(4, LocalDate.class).equals(dueDates.get(invoice))) {
                            done.add(invoice);
                        }
                    }
                }
                return done;
            }
        });
    }

    /** @param due the due date that it reminds of */
    public void add(Decided reminder, LocalDate due) {
        Sql.call(entities, connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO reminder (invoice_id, step, tone, due_on, outbox_key,"
                    + " created_at, due_date) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setLong(1, reminder.invoice().value());
                insert.setString(2, reminder.step());
                insert.setString(3, reminder.tone().name());
                insert.setObject(4, reminder.day());
                insert.setString(5, reminder.outboxKey());
                insert.setTimestamp(6, Timestamp.from(clock.instant()));
                insert.setObject(7, due);
                return insert.executeUpdate();
            }
        });
    }

    public List<Decided> of(InvoiceId invoice) {
        return Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT step, tone, due_on, outbox_key FROM reminder WHERE invoice_id = ? ORDER BY due_on, created_at")) {
                select.setLong(1, invoice.value());
                List<Decided> reminders = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        reminders.add(new Decided(invoice, row.getString(1), DunningTone.valueOf(row.getString(2)),
                                row.getObject(3, LocalDate.class), row.getString(4)));
                    }
                }
                return reminders;
            }
        });
    }
}
