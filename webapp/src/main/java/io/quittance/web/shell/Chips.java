package io.quittance.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The tone and mark of a status, the same on every page. Its word comes from the bundle. */
@Named
@ApplicationScoped
public class Chips {

    /** @return one of good, warn, bad, info, plain */
    public String tone(Object status) {
        return switch (String.valueOf(status)) {
            case "PAID", "RECONCILED", "MATCHED", "SUCCEEDED", "SETTLED", "CAPTURED", "ACTIVE", "ENABLED", "DONE", "SENT", "ALLOCATED",
                 "HEALTHY", "REPLAYED", "APPROVED", "IMPORTED", "DELIVERED", "BOOKED", "EXPLAINED",
                 "CONNECTED", "ACCEPTED" -> "good";
            case "PARTLY_PAID", "PARTIALLY_PAID", "PENDING", "IN_DOUBT", "PROVISIONING", "QUEUED", "WAITING", "PREPARED", "UNALLOCATED",
                 "PARTIAL", "PARTLY_ALLOCATED", "AUTHORISED", "PROPOSED", "DUE_SOON", "DISPUTED", "UNMATCHED", "PAUSED", "OPEN",
                         "ON_HOLD", "BEGUN", "SPLIT", "MERGED", "FEE", "FX", "DATE",
                         "HELD", "HOLD" -> "warn";
            case "OVERDUE", "FAILED", "DECLINED", "DISCREPANCY", "DEAD", "UNDELIVERABLE", "REFUSED", "SUSPENDED", "REVERSED",
                    "CHARGED_BACK",
                 "OPEN_DISCREPANCY", "WRITTEN_OFF", "BROKEN", "POISON", "RETURNED", "REJECTED", "EXPIRED",
                    "MISSING", "DUPLICATE", "SHORT", "OVER", "WRONG_PAYER", "FOREIGN_TENANT", "REJECT" -> "bad";
            case "ISSUED", "VIEWED", "PREVIEWED", "NEW", "REFUNDED", "CREDITED", "UPCOMING", "RUNNING", "RELEASED",
                 "RECEIVED", "WARN", "LARGE_PAYMENT" -> "info";
            default -> "plain";
        };
    }

    /** @return the name of a PrimeIcon that says the same as the tone */
    public String icon(Object status) {
        return switch (tone(status)) {
            case "good" -> "check";
            case "warn" -> "clock";
            case "bad" -> "exclamation-triangle";
            case "info" -> "send";
            default -> "circle";
        };
    }
}
