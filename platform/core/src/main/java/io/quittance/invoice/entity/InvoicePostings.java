package io.quittance.invoice.entity;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceTotals;
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
import java.util.Map;

/** How an invoice reads in the journal. Pure. */
public final class InvoicePostings {

    private static final String KIND = "invoice";

    private InvoicePostings() {
    }

    /** Whose invoice, and which claim came with it. */
    public record Owner(CustomerId customer, InvoiceId invoice, ClaimId claim) {

        private Dimension ofClaim() {
            return Dimension.ofClaim(customer.value(), invoice.value(), claim.value());
        }

        private Dimension ofInvoice() {
            return Dimension.ofInvoice(customer.value(), invoice.value());
        }
    }

    /** Dr receivables, Cr revenue, Cr tax payable, Cr rounding of gross prices. */
    public static Posting issued(Owner owner, InvoiceTotals totals, LocalDate day, String number) {
        List<PostingLine> lines = new ArrayList<>();
        lines.add(PostingLine.debit(AccountRole.RECEIVABLES, totals.gross(), owner.ofClaim()));
        addCredit(lines, AccountRole.REVENUE, totals.net(), owner.ofInvoice());
        addCredit(lines, AccountRole.TAX_PAYABLE, totals.tax(), owner.ofInvoice());
        addCredit(lines, AccountRole.ROUNDING, totals.rounding(), owner.ofInvoice());
        return posting(owner.invoice(), "issued", day, "Invoice " + number, lines);
    }

    /** Dr receivables, Cr opening balance, of what is to be paid still. */
    public static Posting opened(Owner owner, Money open, LocalDate day, String number) {
        return posting(owner.invoice(), "issued", day, "Opening balance of invoice " + number, List.of(
                PostingLine.debit(AccountRole.RECEIVABLES, open, owner.ofClaim()),
                PostingLine.credit(AccountRole.OPENING_BALANCE, open, owner.ofInvoice())));
    }

    /** Cr receivables on the principal, Dr receivables on each instalment: it only moves within the account. */
    public static Posting laidOut(OpenClaim principal, Map<ClaimId, Money> instalments, LocalDate day) {
        long customer = principal.customer().value();
        long invoice = principal.invoice().value();
        List<PostingLine> lines = new ArrayList<>();
        lines.add(PostingLine.credit(AccountRole.RECEIVABLES, principal.open(),
                Dimension.ofClaim(customer, invoice, principal.id().value())));
        instalments.forEach((claim, amount) ->
                lines.add(PostingLine.debit(AccountRole.RECEIVABLES, amount, Dimension.ofClaim(customer, invoice, claim.value()))));
        return posting(principal.invoice(), "instalments:" + instalments.keySet().iterator().next(), day,
                "Invoice " + principal.number() + " in instalments", lines);
    }

    /** Cr receivables on each instalment, Dr receivables on the principal. @param event names this end of a plan */
    public static Posting putBack(OpenClaim principal, List<OpenClaim> instalments, String event, LocalDate day) {
        long customer = principal.customer().value();
        long invoice = principal.invoice().value();
        List<PostingLine> lines = new ArrayList<>();
        Money again = instalments.stream().map(OpenClaim::open).reduce(Money::plus).orElseThrow();
        lines.add(PostingLine.debit(AccountRole.RECEIVABLES, again, Dimension.ofClaim(customer, invoice, principal.id().value())));
        instalments.forEach(claim -> lines.add(PostingLine.credit(AccountRole.RECEIVABLES, claim.open(),
                Dimension.ofClaim(customer, invoice, claim.id().value()))));
        return posting(principal.invoice(), "plan-ended:" + event, day, "Invoice " + principal.number() + " by its own terms again", lines);
    }

    private static Posting posting(InvoiceId invoice, String what, LocalDate day, String description, List<PostingLine> lines) {
        return new Posting(KIND + ":" + invoice + ":" + what, new Cause(KIND, invoice.value()), day, description, lines);
    }

    private static void addCredit(List<PostingLine> lines, AccountRole account, Money amount, Dimension dimension) {
        if (!amount.isZero()) {
            lines.add(new PostingLine(account, amount.negated(), dimension));
        }
    }
}
