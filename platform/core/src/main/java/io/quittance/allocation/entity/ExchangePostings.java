package io.quittance.allocation.entity;

import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.payment.PaymentId;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How money of another currency reads in the journal: what came in goes from its account into currency clearing, and what it
 * settles goes out of there, so each currency nets to zero by itself. Pure.
 */
public final class ExchangePostings {

    private static final String PAYMENT = "payment";

    private ExchangePostings() {
    }

    /** Dr where the money is, Cr currency clearing. @param how rate and source */
    public static Posting in(PaymentId payment, Money paid, AccountRole into, LocalDate day, String how) {
        return new Posting(Posting.key(PAYMENT, payment.toString(), "exchanged"), new Cause(PAYMENT, payment.value()), day,
                "Exchanged at " + how, List.of(new PostingLine(into, paid, Dimension.none()),
                        new PostingLine(AccountRole.CURRENCY_CLEARING, paid.negated(), Dimension.none())));
    }

    /** What of a payment goes back. @param before of it went back earlier; @param amount goes now; both as parts of the whole */
    public record Back(PaymentId payment, String refund, Money before, Money amount, Money whole) {
    }

    /** Dr currency clearing, Cr where the money was: parts add up to all that was paid. Empty where a part rounds to nothing. */
    public static Optional<Posting> back(Back back, Money paid, AccountRole from, LocalDate day) {
        Money goes = Realised.part(paid, back.before().plus(back.amount()), back.whole())
                .minus(Realised.part(paid, back.before(), back.whole()));
        return goes.isZero() ? Optional.empty() : Optional.of(new Posting(
                Posting.key(PAYMENT, back.payment().toString(), "exchanged-back", back.refund()),
                new Cause(PAYMENT, back.payment().value()), day, "Paid back in the currency it came in",
                List.of(new PostingLine(AccountRole.CURRENCY_CLEARING, goes, Dimension.none()),
                        new PostingLine(from, goes.negated(), Dimension.none()))));
    }

    /** What a share realises more or less than before. @param id of the change; @param gain whether it gains as a whole */
    public static Posting difference(PaymentId payment, long id, Money by, boolean gain, LocalDate day) {
        return new Posting(Posting.key("exchange", Long.toString(id)), new Cause(PAYMENT, payment.value()), day, "Exchange difference",
                Realised.lines(by, gain, Dimension.none()));
    }
}
