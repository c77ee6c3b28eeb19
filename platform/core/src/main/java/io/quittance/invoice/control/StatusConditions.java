package io.quittance.invoice.control;

import io.quittance.invoice.InvoiceStatus;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The displayed status as conditions of a query: {@link InvoiceStatus#of} turned around. A test holds both against each
 * other over every combination of facts.
 */
final class StatusConditions {

    private static final String ISSUED = "i.status = io.quittance.invoice.DocumentStatus.ISSUED";
    private static final String OPEN = "io.quittance.invoice.SettlementStatus.OPEN";
    private static final String PARTLY_PAID = "io.quittance.invoice.SettlementStatus.PARTLY_PAID";
    private static final String OWED = ISSUED + " AND i.settlement IN (" + OPEN + ", " + PARTLY_PAID + ")";
    /** Owed, and nothing keeps us from collecting it. */
    static final String COLLECTED = OWED + " AND i.onHold = FALSE";
    private static final String TIMELY = COLLECTED + " AND i.overdueFrom > :now";
    private static final String UNTOUCHED = TIMELY + " AND i.settlement = " + OPEN;
    private static final String UNSEEN = UNTOUCHED + " AND i.viewedAt IS NULL";

    private StatusConditions() {
    }

    /** Any of the statuses; may use the parameter {@code now}. */
    static String anyOf(Collection<InvoiceStatus> statuses) {
        return statuses.stream().sorted().map(status -> "(" + of(status) + ")").collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String of(InvoiceStatus status) {
        return switch (status) {
            case DRAFT -> "i.status = io.quittance.invoice.DocumentStatus.DRAFT";
            case CANCELLED -> "i.status = io.quittance.invoice.DocumentStatus.CANCELLED";
            case RECONCILED -> ISSUED + " AND i.settlement = io.quittance.invoice.SettlementStatus.RECONCILED";
            case PAID -> ISSUED + " AND i.settlement = io.quittance.invoice.SettlementStatus.PAID";
            case CREDITED -> ISSUED + " AND i.settlement = io.quittance.invoice.SettlementStatus.CREDITED";
            case WRITTEN_OFF -> ISSUED + " AND i.settlement = io.quittance.invoice.SettlementStatus.WRITTEN_OFF";
            case ON_HOLD -> OWED + " AND i.onHold = TRUE";
            case OVERDUE -> COLLECTED + " AND i.overdueFrom <= :now";
            case PARTLY_PAID -> TIMELY + " AND i.settlement = " + PARTLY_PAID;
            case VIEWED -> UNTOUCHED + " AND i.viewedAt IS NOT NULL";
            case UNDELIVERABLE -> UNSEEN + " AND i.bouncedAt IS NOT NULL";
            case SENT -> UNSEEN + " AND i.bouncedAt IS NULL AND i.sentAt IS NOT NULL";
            case ISSUED -> UNSEEN + " AND i.bouncedAt IS NULL AND i.sentAt IS NULL";
        };
    }
}
