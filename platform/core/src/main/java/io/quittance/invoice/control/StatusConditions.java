package io.quittance.invoice.control;

import io.quittance.invoice.InvoiceStatus;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The displayed status as conditions in SQL: {@link InvoiceStatus#of} turned around. A test holds both against each
 * other over every combination of facts.
 */
final class StatusConditions {

    private static final String ISSUED = "i.status = 'ISSUED'";
    private static final String NOT_HELD = ISSUED + " AND i.on_hold = 0";
    private static final String TIMELY = NOT_HELD + " AND i.overdue_from > ?";
    private static final String UNTOUCHED = TIMELY + " AND i.settlement = 'OPEN'";
    private static final String UNSEEN = UNTOUCHED + " AND i.viewed_at IS NULL";

    private StatusConditions() {
    }

    /** Any of the statuses; every question mark stands for now. */
    static String anyOf(Collection<InvoiceStatus> statuses) {
        return statuses.stream().sorted().map(status -> "(" + of(status) + ")").collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String of(InvoiceStatus status) {
        return switch (status) {
            case DRAFT -> "i.status = 'DRAFT'";
            case CANCELLED -> "i.status = 'CANCELLED'";
            case RECONCILED -> ISSUED + " AND i.settlement = 'RECONCILED'";
            case PAID -> ISSUED + " AND i.settlement = 'PAID'";
            case CREDITED -> ISSUED + " AND i.settlement = 'CREDITED'";
            case WRITTEN_OFF -> ISSUED + " AND i.settlement = 'WRITTEN_OFF'";
            case ON_HOLD -> ISSUED + " AND i.on_hold = 1 AND i.settlement IN ('OPEN', 'PARTLY_PAID')";
            case OVERDUE -> NOT_HELD + " AND i.settlement IN ('OPEN', 'PARTLY_PAID') AND i.overdue_from <= ?";
            case PARTLY_PAID -> TIMELY + " AND i.settlement = 'PARTLY_PAID'";
            case VIEWED -> UNTOUCHED + " AND i.viewed_at IS NOT NULL";
            case UNDELIVERABLE -> UNSEEN + " AND i.bounced_at IS NOT NULL";
            case SENT -> UNSEEN + " AND i.bounced_at IS NULL AND i.sent_at IS NOT NULL";
            case ISSUED -> UNSEEN + " AND i.bounced_at IS NULL AND i.sent_at IS NULL";
        };
    }
}
