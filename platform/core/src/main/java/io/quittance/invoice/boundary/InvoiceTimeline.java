package io.quittance.invoice.boundary;

import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.control.InvoiceEvents;
import io.quittance.invoice.control.InvoiceRows;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Where other features note what became of an invoice outside: sent, bounced, viewed, reminded. */
@Boundary
public class InvoiceTimeline {

    private static final String KIND = "invoice";

    @Inject
    InvoiceRows rows;
    @Inject
    InvoiceEvents events;
    @Inject
    LiveChanges changes;
    @Inject
    CurrentActor actor;
    @Inject
    Clock clock;

    /** A mail server took it for these recipients. */
    @Requires(Permission.SYSTEM)
    public void sent(InvoiceId invoice, String recipients) {
        rows.lock(invoice).orElseThrow().sent(clock.instant());
        note(invoice, "sent", Map.of("to", recipients));
    }

    /** It could not be delivered, now or as a mail server reported later. */
    @Requires(Permission.SYSTEM)
    public void bounced(InvoiceId invoice, String reason) {
        rows.lock(invoice).orElseThrow().bounced(clock.instant());
        note(invoice, "bounced", Map.of("reason", reason));
    }

    /** The debtor looked at it; only the first time is a fact worth a line. @return whether it was the first, on the link's own invoice */
    @Requires(Permission.PORTAL_VIEW)
    public boolean viewed(InvoiceId invoice) {
        if (!actor.get().reaches(invoice.value())) {
            return false;
        }
        boolean first = rows.lock(invoice).orElseThrow().viewed(clock.instant());
        if (first) {
            note(invoice, "viewed", Map.of());
        }
        return first;
    }

    /** @param kind such as {@code reminded}; key of its text */
    @Requires(Permission.SYSTEM)
    public void note(InvoiceId invoice, String kind, Map<String, String> detail) {
        events.note(invoice, kind, detail);
        changes.announce(KIND, invoice.value());
    }
}
