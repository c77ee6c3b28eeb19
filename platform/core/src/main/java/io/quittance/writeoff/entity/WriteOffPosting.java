package io.quittance.writeoff.entity;

import io.quittance.invoice.OpenClaim;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How write-offs and recoveries read in the journal. Pure. */
public final class WriteOffPosting {

    /** Type of the cause that the entries name. */
    public static final String CAUSE = "write-off";

    private WriteOffPosting() {
    }

    /** What of a claim is given up, or open again. @param amount positive */
    public record Part(OpenClaim claim, Money amount) {

        private Dimension ofClaim() {
            return Dimension.ofClaim(claim.customer().value(), claim.invoice().value(), claim.id().value());
        }

        private Dimension ofInvoice() {
            return Dimension.ofInvoice(claim.customer().value(), claim.invoice().value());
        }
    }

    /** Dr bad debt, Cr receivables by claim. */
    public static Posting givenUp(long id, List<Part> parts, LocalDate day) {
        List<PostingLine> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(PostingLine.debit(AccountRole.BAD_DEBT, part.amount(), part.ofInvoice()));
            lines.add(PostingLine.credit(AccountRole.RECEIVABLES, part.amount(), part.ofClaim()));
        }
        return posting(id, day, "Written off", lines);
    }

    /** Dr receivables by claim, Cr bad debt. */
    public static Posting recovered(long id, List<Part> parts, LocalDate day) {
        List<PostingLine> lines = new ArrayList<>();
        for (Part part : parts) {
            lines.add(PostingLine.debit(AccountRole.RECEIVABLES, part.amount(), part.ofClaim()));
            lines.add(PostingLine.credit(AccountRole.BAD_DEBT, part.amount(), part.ofInvoice()));
        }
        return posting(id, day, "Written off, open again", lines);
    }

    private static Posting posting(long id, LocalDate day, String description, List<PostingLine> lines) {
        return new Posting(Posting.key(CAUSE, Long.toString(id)), new Cause(CAUSE, id), day, description, lines);
    }
}
