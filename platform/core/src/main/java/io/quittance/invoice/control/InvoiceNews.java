package io.quittance.invoice.control;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.SettlementStatus;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.BeforeCommit;
import io.quittance.tenancy.Doorbell;
import io.quittance.tenancy.Sql;
import io.quittance.webhook.Announcement;
import io.quittance.webhook.boundary.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the facts of invoices' lives to whoever wants to hear of them. Facts are gathered over the unit of work, and told by
 * how the invoice stands at its end: an invoice that is paid and released again in one unit was never paid.
 */
@ApplicationScoped
public class InvoiceNews {

    static final String OVERDUE = "invoice.overdue";

    private static final String OBJECT = "invoice";
    private static final String STANDINGS = "SELECT id, number, customer_id, status, settlement, on_hold, currency, gross_minor,"
            + " open_minor, overdue_from FROM invoice WHERE number IS NOT NULL AND ";
    private static final Set<String> TAKEN = Set.of("applied", "discounted", "credited", "late-waived");
    private static final Set<String> GIVEN_BACK = Set.of("released", "discount-undone", "recovered");
    private static final int MOST = 500;

    @Inject
    EntityManager entities;
    @Inject
    Announcements announcements;
    @Inject
    BeforeCommit unit;
    @Inject
    Doorbell bell;
    @Inject
    Clock clock;

    /** Something became true of an invoice. @param kind as in the timeline */
    private record Heard(InvoiceId invoice, String kind) {
    }

    /** How an invoice stands. */
    record Standing(InvoiceId id, String number, long customer, String status, SettlementStatus settlement, boolean onHold, Money gross,
            Money open, Optional<Instant> overdueFrom) {

        boolean isOverdue(Instant now) {
            return !onHold && open.isPositive() && status.equals("ISSUED") && overdueFrom.filter(from -> !from.isAfter(now)).isPresent();
        }

        Announcement as(String type) {
            return new Announcement(type, OBJECT, id.value(), number, status.equals("ISSUED") ? settlement.name() : status,
                    Map.of("total", gross, "open", open), Map.of("customer", Long.toString(customer)));
        }
    }

    void heard(InvoiceId invoice, String kind) {
        unit.gather("invoice-news", new Heard(invoice, kind), this::tell);
    }

    private void tell(List<Heard> facts) {
        Set<String> wanted = announcements.wanted();
        if (wanted.stream().noneMatch(type -> type.startsWith("invoice."))) {
            return;
        }
        Map<InvoiceId, Set<String>> kinds = new LinkedHashMap<>();
        facts.forEach(fact -> kinds.computeIfAbsent(fact.invoice(), first -> new LinkedHashSet<>()).add(fact.kind()));
        List<Announcement> news = new ArrayList<>();
        Instant now = clock.instant();
        for (Standing standing : standings(kinds.keySet())) {
            types(kinds.get(standing.id()), standing, now).stream().filter(wanted::contains).map(standing::as).forEach(news::add);
            if (wanted.contains(OVERDUE) && standing.open().isPositive()) {
                standing.overdueFrom().filter(from -> from.isAfter(now)).ifPresent(from -> bell.ringAt(OverdueNews.BELL, from));
            }
        }
        announcements.announce(news);
    }

    /** In the order in which they make sense. */
    static List<String> types(Set<String> kinds, Standing now, Instant at) {
        List<String> types = new ArrayList<>();
        add(types, "invoice.issued", kinds.contains("issued"));
        add(types, "invoice.sent", kinds.contains("sent"));
        add(types, "invoice.viewed", kinds.contains("viewed"));
        add(types, "invoice.instalments_agreed", kinds.contains("scheduled"));
        add(types, "invoice.instalments_ended", kinds.contains("plan-ended"));
        boolean cancelled = now.status().equals("CANCELLED");
        add(types, "invoice.cancelled", cancelled && kinds.contains("cancelled"));
        boolean taken = !Collections.disjoint(kinds, TAKEN) && !cancelled;
        boolean back = !Collections.disjoint(kinds, GIVEN_BACK) && now.open().isPositive();
        add(types, "invoice.reopened", back);
        add(types, "invoice.partly_paid", taken && !back && now.settlement() == SettlementStatus.PARTLY_PAID);
        add(types, "invoice.paid", taken && (now.settlement() == SettlementStatus.PAID || now.settlement() == SettlementStatus.RECONCILED));
        add(types, "invoice.reconciled", kinds.contains("reconciled") && now.settlement() == SettlementStatus.RECONCILED);
        add(types, "invoice.written_off", kinds.contains("written-off") && now.settlement() == SettlementStatus.WRITTEN_OFF);
        add(types, OVERDUE, kinds.contains("hold-lifted") && now.isOverdue(at));
        return types;
    }

    private static void add(List<String> types, String type, boolean holds) {
        if (holds) {
            types.add(type);
        }
    }

    private List<Standing> standings(Collection<InvoiceId> invoices) {
        List<Long> ids = invoices.stream().map(InvoiceId::value).sorted().toList();
        List<Standing> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + MOST));
            found.addAll(select("id IN (" + Sql.marks(some.size()) + ")", some));
        }
        return found;
    }

    /** @param condition over the table of invoices, with a place for each value */
    List<Standing> select(String condition, List<?> values) {
        return Sql.select(entities, STANDINGS + condition, InvoiceNews::standing, values);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Standing(new InvoiceId(row.getLong("id")), row.getString("number"), row.getLong("customer_id"), row.getString("status"),
                SettlementStatus.valueOf(row.getString("settlement")), row.getBoolean("on_hold"),
                Money.ofMinor(row.getLong("gross_minor"), currency), Money.ofMinor(row.getLong("open_minor"), currency),
                Optional.ofNullable(row.getTimestamp("overdue_from")).map(Timestamp::toInstant));
    }
}
