package io.quittance.allocation;

import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/**
 * A claim as the rules of allocation see it.
 *
 * @param number    of its invoice
 * @param open      at that instant, positive
 * @param issueDate civil day in the zone of the contract
 * @param dueDate   civil day in the zone of the contract
 */
public record AllocationCandidate(ClaimId claim, ClaimKind kind, InvoiceId invoice, String number, Money open, LocalDate issueDate,
        LocalDate dueDate, boolean onHold) {

    /** As a claim is now. */
    public static AllocationCandidate of(OpenClaim claim) {
        return new AllocationCandidate(claim.id(), claim.kind(), claim.invoice(), claim.number().text(), claim.open(), claim.issueDate(),
                claim.dueDate(), claim.onHold());
    }

    /** The same, once some of it is paid. */
    public AllocationCandidate withOpen(Money rest) {
        return new AllocationCandidate(claim, kind, invoice, number, rest, issueDate, dueDate, onHold);
    }
}
