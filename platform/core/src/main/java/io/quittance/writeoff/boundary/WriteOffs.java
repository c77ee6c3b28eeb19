package io.quittance.writeoff.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import io.quittance.writeoff.WriteOffOrder;
import io.quittance.writeoff.WriteOffOutcome;
import io.quittance.writeoff.WriteOffRow;
import io.quittance.writeoff.control.Recovery;
import io.quittance.writeoff.control.WritingOff;
import io.quittance.writeoff.control.WriteOffRows;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Gives up what is open, and opens it again when money comes in after all. */
@Boundary
public class WriteOffs {

    @Inject
    WritingOff writing;
    @Inject
    Recovery recovery;
    @Inject
    WriteOffRows rows;

    /** Writes off at once, or keeps the wish for a second person when it is above the tenant's limit. */
    @Requires(Permission.INVOICE_CORRECT)
    public WriteOffOutcome writeOff(WriteOffOrder order) {
        return writing.ask(order);
    }

    /**
     * Opens again what was written off, for money or a credit that is about to take its place in the same unit.
     *
     * @param most  positive
     * @param cause what takes its place, such as {@code payment:123}
     * @return how much was opened: at most what was written off, zero when nothing was
     */
    @Requires({Permission.INVOICE_CORRECT, Permission.PAYMENT_RECORD, Permission.PAYMENT_INTAKE})
    public Money recover(InvoiceId invoice, Money most, String cause) {
        return recovery.recover(invoice, claim -> true, most, cause);
    }

    /** Like {@link #recover}, on some claims of the invoice only. */
    @Requires(Permission.INVOICE_CORRECT)
    public Money recoverOn(InvoiceId invoice, Set<ClaimId> claims, Money most, String cause) {
        return recovery.recover(invoice, claims::contains, most, cause);
    }

    /** Write-offs and recoveries of an invoice, oldest first. */
    @Requires(Permission.INVOICE_READ)
    public List<WriteOffRow> of(InvoiceId invoice) {
        return rows.of(invoice);
    }
}
