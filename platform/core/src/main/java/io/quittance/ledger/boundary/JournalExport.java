package io.quittance.ledger.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.ledger.control.JournalPages;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;

/** Hands the whole journal out, for programs that are not ours to add up. */
@Boundary
public class JournalExport {

    @Inject
    JournalPages pages;

    /**
     * Writes every entry booked between two days, both included, in the order of posting, as the plain text of Ledger and
     * hledger. Holds a page of entries in memory, never the whole.
     *
     * @throws IOException when the reader goes away
     */
    @Requires(Permission.LEDGER_READ)
    public void write(Appendable out, LocalDate from, LocalDate to) throws IOException {
        pages.write(out, from, to);
    }
}
