package io.quittance.alert.control;

import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertSubject;
import io.quittance.alert.control.AlertKeeper.Cause;
import io.quittance.invoice.DueDate;
import io.quittance.payment.PaymentId;
import io.quittance.payment.PaymentRow;
import io.quittance.payment.boundary.Payments;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Sql;
import io.quittance.tenancy.TenantSettings;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Finds what has happened since it looked last. What was found before is told no more, so it may look twice. */
@ApplicationScoped
public class AlertScan {

    private static final String MARK = "alerts.mark";
    private static final int MOST = 500;
    /** A unit that began before may commit later: so much is always looked at again. */
    private static final Duration AGAIN = Duration.ofMinutes(2);
    /** An invoice is told of within that; when alerts are new here, older ones are not. */
    private static final int DAYS_BACK = 3;

    @Inject
    EntityManager entities;
    @Inject
    AlertKeeper keeper;
    @Inject
    Payments payments;
    @Inject
    TenantSettings settings;
    @Inject
    CurrentTenant tenant;
    @Inject
    Clock clock;

    /** An event of the trail. */
    private record Event(long id, String subject, boolean failed, long subjectId) {
    }

    /** Payments that cleared or came to nothing. @return whether there is more to look at */
    public boolean payments() {
        long again = TimeOrderedIds.lowest(clock.instant().minus(AGAIN));
        long mark = settings.find(MARK).map(Long::valueOf).orElse(again);
        List<Event> events = events(mark);
        for (Event event : events) {
            if (event.subject().equals("payment")) {
                payments.all(List.of(new PaymentId(event.subjectId()))).forEach(payment -> payment(payment, event.failed()));
            } else {
                attempt(event.subjectId());
            }
        }
        boolean more = events.size() == MOST;
        settings.put(MARK, Long.toString(more ? events.getLast().id() : Math.max(mark, again)));
        return more;
    }

    private List<Event> events(long after) {
        return Sql.call(entities, connection -> {
            List<Event> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT id, subject, action, subject_id FROM audit_event"
                    + " WHERE id > ? AND (subject = 'payment' AND action IN ('captured', 'failed') OR subject = 'attempt' AND action ="
                    + " 'failed') ORDER BY id LIMIT " + MOST)) {
                select.setLong(1, after);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Event(row.getLong(1), row.getString(2), row.getString(3).equals("failed"), row.getLong(4)));
                    }
                }
            }
            return found;
        });
    }

    private void payment(PaymentRow payment, boolean failed) {
        LocalDate day = payment.receivedOn().orElseGet(() -> LocalDate.ofInstant(payment.firstSeenAt(), tenant.get().zone()));
        String label = payment.gateway().equals(PaymentRow.BY_HAND) ? payment.label() : payment.reference();
        AlertKind kind = failed ? AlertKind.DECLINED : AlertKind.LARGE_PAYMENT;
        keeper.raise(new Cause(kind, kind + ":payment:" + payment.id(), AlertSubject.PAYMENT, payment.id().value(), label,
                payment.gross(), day));
    }

    /** Declined before the gateway had a payment of it: told of its invoice. */
    private void attempt(long id) {
        Sql.call(entities, connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT a.invoice_id, a.amount_minor, a.currency, a.started_at,"
                    + " d.number FROM payment_attempt a JOIN invoice_document d ON d.invoice_id = a.invoice_id WHERE a.id = ?")) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        keeper.raise(new Cause(AlertKind.DECLINED, "DECLINED:attempt:" + id, AlertSubject.INVOICE,
                                row.getLong("invoice_id"), row.getString("number"),
                                Money.ofMinor(row.getLong("amount_minor"), row.getString("currency")),
                                LocalDate.ofInstant(row.getTimestamp("started_at").toInstant(), tenant.get().zone())));
                    }
                }
            }
            return null;
        });
    }

    /** An invoice that may be overdue. */
    private record Due(long invoice, String number, LocalDate day, ZoneId zone, Money open) {
    }

    /** Invoices whose due day has ended, in the zone of each. */
    public void invoices() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, tenant.get().zone());
        for (Due due : due(today.minusDays(DAYS_BACK), today)) {
            if (new DueDate(due.day(), due.zone()).isOverdueAt(now)) {
                keeper.raise(new Cause(AlertKind.OVERDUE, "OVERDUE:" + due.invoice() + ":" + due.day(), AlertSubject.INVOICE, due.invoice(),
                        due.number(), due.open(), due.day()));
            }
        }
    }

    private List<Due> due(LocalDate from, LocalDate to) {
        return Sql.call(entities, connection -> {
            List<Due> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT i.id, d.number, i.due_date, d.zone, i.open_minor,"
                    + " i.currency FROM invoice i JOIN invoice_document d ON d.invoice_id = i.id"
                    + " WHERE i.settlement IN ('OPEN', 'PARTLY_PAID') AND i.due_date BETWEEN ? AND ? AND i.open_minor > 0"
                    + " ORDER BY i.due_date, i.id")) {
                select.setObject(1, from);
                select.setObject(2, to);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Due(row.getLong("id"), row.getString("number"), row.getObject("due_date", LocalDate.class),
                                ZoneId.of(row.getString("zone")), Money.ofMinor(row.getLong("open_minor"), row.getString("currency"))));
                    }
                }
            }
            return found;
        });
    }
}
