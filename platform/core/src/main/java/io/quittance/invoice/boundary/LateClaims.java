package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.control.ClaimRows;
import io.quittance.invoice.control.LateClaimRows;
import io.quittance.live.LiveChanges;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Claims beside an invoice's principal: fees and interest. They are no part of the document and bear no tax. Callers post
 * the other side to the journal in the same unit.
 */
@Boundary
public class LateClaims {

    @Inject
    LateClaimRows rows;
    @Inject
    ClaimRows claims;
    @Inject
    LiveChanges changes;

    /**
     * Claims more: a claim of its own for each kind and position, made at the first time.
     *
     * @param by  positive, in the invoice's currency
     * @param due civil day in the zone of the contract; kept from the first time
     */
    @Requires(Permission.SYSTEM)
    public ClaimId raise(InvoiceId invoice, ClaimKind kind, int position, Money by, LocalDate due) {
        if (kind != ClaimKind.FEE && kind != ClaimKind.INTEREST || !by.isPositive()) {
            throw new IllegalArgumentException("beside the principal fees and interest are claimed, not " + kind + " of " + by);
        }
        ClaimId id = rows.raise(invoice, kind, position, by, due);
        changes.announce("invoice", invoice.value());
        return id;
    }

    /** Claims less of a fee or of interest. @return false, changing nothing, when less than that is open */
    @Requires({Permission.SYSTEM, Permission.INVOICE_CORRECT})
    public boolean lower(OpenClaim claim, Money by) {
        if (claim.kind() != ClaimKind.FEE && claim.kind() != ClaimKind.INTEREST || !by.isPositive()) {
            throw new IllegalArgumentException("only fees and interest are lowered, not " + claim.kind() + " by " + by);
        }
        boolean lowered = rows.lower(claim, by);
        changes.announce("invoice", claim.invoice().value());
        return lowered;
    }

    @Requires({Permission.SYSTEM, Permission.INVOICE_READ})
    public Optional<OpenClaim> find(InvoiceId invoice, ClaimKind kind, int position) {
        return rows.find(invoice, kind, position).flatMap(claims::find);
    }
}
