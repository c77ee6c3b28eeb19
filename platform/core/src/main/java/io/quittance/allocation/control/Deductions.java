package io.quittance.allocation.control;

import io.quittance.allocation.entity.DiscountStep;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Invoices and their money as the deduction for early payment needs them. */
public interface Deductions {

    /** Last day whose money is in time: the offer's, or a later one by goodwill. */
    LocalDate until(InvoiceId invoice, DiscountOffer offer);

    List<OpenClaim> claims(InvoiceId invoice);

    /** What of a claim was credited. */
    Money credited(OpenClaim claim);

    /** What came in by that day for an invoice: what stands of it on its principal, and what rests of it. */
    Money inTime(InvoiceId invoice, LocalDate until, Currency currency);

    /** The last day, by then, on which money came in for an invoice. */
    Optional<LocalDate> earnedOn(InvoiceId invoice, LocalDate until);

    /** What of each rate the invoice has left after its credit notes. */
    List<EarlyPaymentRule.Weight> weights(InvoiceId invoice, Currency currency);

    DiscountStep.Standing standing(InvoiceId invoice, Currency currency);

    /** Takes back at most so much of what came in after that day, the youngest money first. */
    void freeLate(InvoiceId invoice, LocalDate until, Money most);

    /** What came open again may be paid by money that is meant for it and rests. */
    void letOthersStepIn(InvoiceId invoice);

    /** Settles the claim, or opens it again, posts and keeps the step. @param number two units cannot both take the same one */
    void write(DiscountStep step, int number, OpenClaim claim);

    long nextId();

    LocalDate today();
}
