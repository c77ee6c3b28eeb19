package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.HoldKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.control.HoldRows;
import io.quittance.invoice.control.InvoiceEvents;
import io.quittance.invoice.control.InvoiceRows;
import io.quittance.invoice.entity.InvoiceRecord;
import io.quittance.live.LiveChanges;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Pauses the collecting of an invoice, and lets it go on. */
@Boundary
public class InvoiceHolds {

    private static final String KIND = "invoice";
    private static final int LONGEST_REASON = 400;

    @Inject
    InvoiceRows rows;
    @Inject
    HoldRows holds;
    @Inject
    InvoiceEvents events;
    @Inject
    AuditTrail audit;
    @Inject
    LiveChanges changes;

    /** @return false when it is no issued invoice, or has a hold of that kind already */
    @Requires({Permission.REMINDER_WRITE, Permission.PAYMENT_INTAKE, Permission.BANK_BATCH_RELEASE})
    public boolean place(InvoiceId invoice, HoldKind kind, String reason) {
        Optional<InvoiceRecord> found = rows.lock(invoice).filter(record -> record.status() == DocumentStatus.ISSUED);
        if (found.isEmpty() || holds.of(invoice).stream().anyMatch(hold -> hold.kind() == kind)) {
            return false;
        }
        String kept = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        holds.add(invoice, kind, kept);
        found.get().hold(true);
        note("hold-placed", invoice, kind, kept);
        return true;
    }

    /** @return false when there is no hold of that kind */
    @Requires({Permission.REMINDER_WRITE, Permission.PAYMENT_INTAKE, Permission.BANK_BATCH_PREPARE, Permission.RECONCILIATION_RUN})
    public boolean lift(InvoiceId invoice, HoldKind kind) {
        Optional<InvoiceRecord> found = rows.lock(invoice);
        if (found.isEmpty() || !holds.remove(invoice, kind)) {
            return false;
        }
        found.get().hold(!holds.of(invoice).isEmpty());
        note("hold-lifted", invoice, kind, "");
        return true;
    }

    private void note(String action, InvoiceId invoice, HoldKind kind, String reason) {
        Map<String, String> detail = Map.of("kind", kind.name(), "reason", reason);
        events.note(invoice, action, detail);
        audit.record(action, KIND, invoice.value(), null, detail);
        changes.announce(KIND, invoice.value());
    }
}
