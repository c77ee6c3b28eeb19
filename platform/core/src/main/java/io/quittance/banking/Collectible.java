package io.quittance.banking;

import io.quittance.invoice.OpenClaim;
import java.time.LocalDate;

/** A claim that can be collected by a mandate: open, not on hold, and in no other order. */
public record Collectible(Mandate mandate, OpenClaim claim) {

    /** Not before it is due. */
    public LocalDate wanted(LocalDate notBefore) {
        return claim.dueDate().isBefore(notBefore) ? notBefore : claim.dueDate();
    }
}
