package io.quittance.allocation.control;

import io.quittance.allocation.AllocationRow;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.payment.MoneyMove;
import io.quittance.payment.Receipt;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How movements of money read in the journal. Zero lines are left out. */
final class BookingText {

    private BookingText() {
    }

    /** Dr clearing net, Dr fees, Cr receivables by claim, Cr unapplied cash the rest. */
    static Posting captured(Receipt receipt, MoneyMove.Capture capture, LocalDate day, List<AllocationRow> given,
            Map<ClaimId, CustomerId> owners) {
        List<PostingLine> lines = new ArrayList<>();
        add(lines, receipt.account(), capture.gross().minus(capture.fee()), Dimension.none());
        add(lines, AccountRole.FEES, capture.fee(), Dimension.none());
        shares(lines, receipt, capture.gross().negated(), given, owners);
        return posting(receipt, capture, day, "Payment received", lines);
    }

    static Posting givenBack(Receipt receipt, MoneyMove.GiveBack again, LocalDate day, List<AllocationRow> given,
            Map<ClaimId, CustomerId> owners) {
        List<PostingLine> lines = new ArrayList<>();
        add(lines, receipt.account(), again.amount(), Dimension.none());
        shares(lines, receipt, again.amount().negated(), given, owners);
        return posting(receipt, again, day, "Dispute won", lines);
    }

    /** Cr clearing, Dr or Cr fees, Dr receivables by claim, Dr unapplied cash the rest. */
    static Posting takenBack(Receipt receipt, MoneyMove.TakeBack back, LocalDate day, List<AllocationRow> released,
            Map<ClaimId, CustomerId> owners) {
        List<PostingLine> lines = new ArrayList<>();
        add(lines, receipt.account(), back.amount().plus(back.fee()).negated(), Dimension.none());
        add(lines, AccountRole.FEES, back.fee(), Dimension.none());
        shares(lines, receipt, back.amount(), released, owners);
        return posting(receipt, back, day, back.disputed() ? "Payment disputed" : "Payment refunded", lines);
    }

    /** Dr unapplied cash, Cr receivables. */
    static Posting applied(Receipt receipt, AllocationRow row, LocalDate day, Map<ClaimId, CustomerId> owners) {
        return moved(receipt, row, day, "Unapplied cash applied", owners);
    }

    /** Dr receivables, Cr unapplied cash. */
    static Posting released(Receipt receipt, AllocationRow row, LocalDate day, Map<ClaimId, CustomerId> owners) {
        return moved(receipt, row, day, "Allocation taken back", owners);
    }

    private static Posting moved(Receipt receipt, AllocationRow row, LocalDate day, String description, Map<ClaimId, CustomerId> owners) {
        List<PostingLine> lines = new ArrayList<>();
        add(lines, AccountRole.UNAPPLIED_CASH, row.amount(), owner(receipt));
        add(lines, AccountRole.RECEIVABLES, row.amount().negated(), claim(row, owners));
        return new Posting(Posting.key("allocation", row.id().toString()), new Cause("payment", receipt.id().value()), day,
                description, lines);
    }

    /** The receivables' side, and in unapplied cash what they leave of the total. */
    private static void shares(List<PostingLine> lines, Receipt receipt, Money total, List<AllocationRow> rows,
            Map<ClaimId, CustomerId> owners) {
        Money rest = total;
        for (AllocationRow row : rows) {
            add(lines, AccountRole.RECEIVABLES, row.amount().negated(), claim(row, owners));
            rest = rest.plus(row.amount());
        }
        add(lines, AccountRole.UNAPPLIED_CASH, rest, owner(receipt));
    }

    private static Dimension claim(AllocationRow row, Map<ClaimId, CustomerId> owners) {
        return Dimension.ofClaim(owners.get(row.claim()).value(), row.invoice().value(), row.claim().value());
    }

    private static Dimension owner(Receipt receipt) {
        return receipt.customer().map(customer -> Dimension.ofCustomer(customer.value())).orElse(Dimension.none());
    }

    private static void add(List<PostingLine> lines, AccountRole account, Money amount, Dimension dimension) {
        if (!amount.isZero()) {
            lines.add(new PostingLine(account, amount, dimension));
        }
    }

    private static Posting posting(Receipt receipt, MoneyMove move, LocalDate day, String description, List<PostingLine> lines) {
        return new Posting(Posting.key("payment", receipt.id().toString(), move.key()), new Cause("payment", receipt.id().value()), day,
                description, lines);
    }
}
