package io.quittance.simulation;

import io.quittance.allocation.control.Claims;
import io.quittance.allocation.control.Deductions;
import io.quittance.allocation.entity.Realised;
import io.quittance.credit.CreditOrder;
import io.quittance.credit.CreditRoom;
import io.quittance.credit.entity.CreditCalculation;
import io.quittance.credit.entity.CreditSources;
import io.quittance.interest.entity.Accrual;
import io.quittance.interest.entity.InterestAnswer;
import io.quittance.interest.entity.InterestCalculation;
import io.quittance.interest.entity.InterestQuestion;
import io.quittance.invoice.Instalment;
import io.quittance.invoice.InstalmentTerms;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.LineInput;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.entity.ClaimBalance;
import io.quittance.ledger.PeriodState;
import io.quittance.ledger.Posting;
import io.quittance.payment.PaymentId;
import io.quittance.payment.entity.Payment;
import io.quittance.payment.entity.PaymentHistory;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The product's own decision functions, and the place where a mutant can put a wrong one. */
class Decisions {

    InvoiceTotals totals(List<LineInput> lines, Currency currency) {
        return InvoiceTotals.of(lines, currency);
    }

    List<Instalment> instalments(InstalmentTerms terms, Money open) {
        return terms.of(open);
    }

    /** Whether a delivery was not taken in before; it is from now on. */
    boolean isNew(Set<Integer> known, int delivery) {
        return known.add(delivery);
    }

    PaymentHistory.News hear(PaymentHistory history, List<PaymentEvent> reported) {
        return history.hear(reported);
    }

    ClaimBalance moved(ClaimBalance balance, ClaimBalance.By by, Money amount) {
        return balance.moved(by, amount);
    }

    /** The claims as the booking of money sees them. */
    Claims claims(Claims real) {
        return real;
    }

    /** What is written of the payments that a booking touched. */
    Map<PaymentId, Money> unapplied(Map<PaymentId, Money> decided) {
        return decided;
    }

    CreditCalculation.Result credit(CreditOrder order, CreditRoom room, Currency currency) {
        return CreditCalculation.of(order, room, currency);
    }

    CreditSources sources(Money gross, Money open, Money writtenOff, Money paid) {
        return CreditSources.of(gross, open, writtenOff, paid);
    }

    InterestAnswer interest(InterestQuestion question) {
        return InterestCalculation.of(question);
    }

    List<OpenClaim> waivable(List<OpenClaim> claims) {
        return Accrual.late(claims);
    }

    /** Money as the deduction for early payment sees it. */
    Deductions deductions(Deductions real) {
        return real;
    }

    Money realised(Money standing, BigDecimal rate, BigDecimal invoiceRate, Currency paid) {
        return Realised.on(standing, rate, invoiceRate, paid);
    }

    /** Whether an invoice cannot be cancelled any more. @param received for it @param late what is open beside the document */
    boolean isInTheWay(Money received, Money late) {
        return received.isPositive() || late.isPositive();
    }

    /** What of a payment can go back. */
    Money refundable(Payment payment) {
        return payment.gross().minus(payment.taken());
    }

    /** What the principal is owed by again when a plan ends. */
    Money putBack(List<OpenClaim> instalments) {
        return instalments.stream().map(OpenClaim::open).reduce(Money::plus).orElseThrow();
    }

    LocalDate bookingDay(PeriodState period, LocalDate happened) {
        return period.bookingDay(happened);
    }

    /** Whether a posting under a key that stands is left out. */
    boolean standsAlready(Map<String, Posting> journal, Posting posting) {
        Posting standing = journal.get(posting.key());
        if (standing != null && !standing.lines().equals(posting.lines())) {
            throw new IllegalStateException("another posting stands under " + posting.key());
        }
        return standing != null;
    }
}
