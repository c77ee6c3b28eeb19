package io.quittance.allocation.control;

import io.quittance.allocation.entity.DiscountStep;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Brings what an invoice deducts for early payment to what {@link EarlyPaymentRule} says. Money that came in late gives way to
 * a discount that was earned before, whichever was heard of first, and rests in unapplied cash of its payer. Knows no database.
 */
public final class Deducting {

    private final Deductions books;

    public Deducting(Deductions books) {
        this.books = books;
    }

    /** After money or credits of the invoice moved. */
    public void bring(InvoiceId invoice, DiscountOffer offer) {
        LocalDate until = books.until(invoice, offer);
        Money target = target(invoice, offer, until);
        DiscountStep.Standing standing = books.standing(invoice, offer.amount().currency());
        if (target.equals(standing.amount())) {
            return;
        }
        undo(standing);
        if (target.isPositive()) {
            Money missing = target.minus(principal(invoice).getFirst().open());
            if (missing.isPositive()) {
                books.freeLate(invoice, until, missing);
            }
            grant(invoice, offer, target, standing.steps() + (standing.amount().isZero() ? 1 : 2), until);
        } else {
            books.letOthersStepIn(invoice);
        }
    }

    /** Opens again what was deducted. */
    public void undo(DiscountStep.Standing standing) {
        standing.last().ifPresent(granted -> {
            OpenClaim claim = books.claims(granted.invoice()).stream().filter(each -> each.id().equals(granted.claim())).findFirst()
                    .orElseThrow();
            books.write(granted.mirrored(books.nextId(), books.today()), standing.steps() + 1, claim);
        });
    }

    /** An invoice in instalments has other terms: the offer is gone with them. */
    private Money target(InvoiceId invoice, DiscountOffer offer, LocalDate until) {
        List<OpenClaim> claims = principal(invoice);
        Money zero = Money.zero(offer.amount().currency());
        if (claims.size() != 1 || claims.getFirst().kind() != ClaimKind.PRINCIPAL) {
            return zero;
        }
        return EarlyPaymentRule.granted(offer.amount(), claims.getFirst().claimed(), books.credited(claims.getFirst()),
                books.inTime(invoice, until, zero.currency()));
    }

    private List<OpenClaim> principal(InvoiceId invoice) {
        return books.claims(invoice).stream()
                .filter(claim -> claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT).toList();
    }

    private void grant(InvoiceId invoice, DiscountOffer offer, Money target, int number, LocalDate until) {
        OpenClaim claim = principal(invoice).getFirst();
        // Less is open only where something was written off: that stays as it is.
        Money amount = target.min(claim.open());
        if (!amount.isPositive()) {
            return;
        }
        List<EarlyPaymentRule.Correction> corrections = offer.taxMode() == DiscountTerms.TaxMode.INCLUDED
                ? EarlyPaymentRule.corrections(amount, books.weights(invoice, amount.currency())) : List.of();
        LocalDate day = books.earnedOn(invoice, until).orElseGet(books::today);
        books.write(new DiscountStep(books.nextId(), invoice, claim.id(), amount, day, corrections), number, claim);
    }
}
