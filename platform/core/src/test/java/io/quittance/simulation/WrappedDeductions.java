package io.quittance.simulation;

import io.quittance.allocation.control.Deductions;
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

/** Invoices and their money that answer as the real ones do. */
class WrappedDeductions implements Deductions {

    private final Deductions real;

    WrappedDeductions(Deductions real) {
        this.real = real;
    }

    @Override
    public LocalDate until(InvoiceId invoice, DiscountOffer offer) {
        return real.until(invoice, offer);
    }

    @Override
    public List<OpenClaim> claims(InvoiceId invoice) {
        return real.claims(invoice);
    }

    @Override
    public Money credited(OpenClaim claim) {
        return real.credited(claim);
    }

    @Override
    public Money inTime(InvoiceId invoice, LocalDate until, Currency currency) {
        return real.inTime(invoice, until, currency);
    }

    @Override
    public Optional<LocalDate> earnedOn(InvoiceId invoice, LocalDate until) {
        return real.earnedOn(invoice, until);
    }

    @Override
    public List<EarlyPaymentRule.Weight> weights(InvoiceId invoice, Currency currency) {
        return real.weights(invoice, currency);
    }

    @Override
    public DiscountStep.Standing standing(InvoiceId invoice, Currency currency) {
        return real.standing(invoice, currency);
    }

    @Override
    public void freeLate(InvoiceId invoice, LocalDate until, Money most) {
        real.freeLate(invoice, until, most);
    }

    @Override
    public void letOthersStepIn(InvoiceId invoice) {
        real.letOthersStepIn(invoice);
    }

    @Override
    public void write(DiscountStep step, int number, OpenClaim claim) {
        real.write(step, number, claim);
    }

    @Override
    public long nextId() {
        return real.nextId();
    }

    @Override
    public LocalDate today() {
        return real.today();
    }
}
