package io.quittance.allocation.control;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.EarlyPaymentView;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.boundary.DiscountOffers;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.AccountRole;
import io.quittance.ledger.Cause;
import io.quittance.ledger.Dimension;
import io.quittance.ledger.Posting;
import io.quittance.ledger.PostingLine;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings what invoices deduct for early payment to what {@link EarlyPaymentRule} says, after money or credits moved: Dr
 * discounts, Dr tax by rate, Cr receivables, or the mirror of it. Money that came in late gives way to a discount that was
 * earned before, whichever was heard of first, and rests in unapplied cash of its payer.
 */
@ApplicationScoped
public class EarlyPayments {

    /** Type of the cause that entries of discounts name. */
    private static final String CAUSE = "discount";

    @Inject
    DiscountOffers offers;
    @Inject
    DiscountSteps steps;
    @Inject
    Settlement settlement;
    @Inject
    Receipts receipts;
    @Inject
    ShareStore shares;
    @Inject
    MoneyFlow flow;
    @Inject
    Journal journal;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** What the audit trail keeps of a step. */
    record Facts(Money amount, LocalDate day) {
    }

    /** After money moved in or out of these invoices. */
    void bring(Collection<InvoiceId> touched) {
        offers.of(touched).forEach(this::bring);
    }

    /** After a credit of the invoice. */
    public void bring(InvoiceId invoice) {
        bring(List.of(invoice));
    }

    public Optional<EarlyPaymentView> view(InvoiceId invoice) {
        return Optional.ofNullable(offers.of(List.of(invoice)).get(invoice)).map(offer -> new EarlyPaymentView(offer,
                until(invoice, offer), steps.standing(invoice, offer.amount().currency()).amount()));
    }

    /** What of an invoice is deducted now. */
    public Money standing(InvoiceId invoice, Money likeThis) {
        return steps.standing(invoice, likeThis.currency()).amount();
    }

    /** Opens again what was deducted, so that a credit can take its place in the same unit, which brings it back as far as earned. */
    public void withdraw(InvoiceId invoice, Money likeThis) {
        undo(invoice, steps.standing(invoice, likeThis.currency()));
    }

    private LocalDate until(InvoiceId invoice, DiscountOffer offer) {
        return steps.goodwill(invoice).filter(day -> day.isAfter(offer.lastDay())).orElse(offer.lastDay());
    }

    private void bring(InvoiceId invoice, DiscountOffer offer) {
        LocalDate until = until(invoice, offer);
        Money target = target(invoice, offer, until);
        DiscountSteps.Standing standing = steps.standing(invoice, offer.amount().currency());
        if (target.equals(standing.amount())) {
            return;
        }
        undo(invoice, standing);
        if (target.isPositive()) {
            makeRoom(invoice, target, until);
            grant(invoice, offer, target, standing.steps() + (standing.amount().isZero() ? 1 : 2), until);
        } else {
            flow.letOthersStepIn(invoice);
        }
    }

    /** An invoice in instalments has other terms: the offer is gone with them. */
    private Money target(InvoiceId invoice, DiscountOffer offer, LocalDate until) {
        List<OpenClaim> claims = principal(invoice);
        Money zero = Money.zero(offer.amount().currency());
        if (claims.size() != 1 || claims.getFirst().kind() != ClaimKind.PRINCIPAL) {
            return zero;
        }
        Money credited = settlement.corrected(invoice).get(claims.getFirst().id()).credited();
        return EarlyPaymentRule.granted(offer.amount(), claims.getFirst().claimed(), credited,
                steps.inTime(invoice, until, zero.currency()));
    }

    private List<OpenClaim> principal(InvoiceId invoice) {
        return settlement.claims(invoice).stream()
                .filter(claim -> claim.kind() == ClaimKind.PRINCIPAL || claim.kind() == ClaimKind.INSTALMENT).toList();
    }

    private void makeRoom(InvoiceId invoice, Money target, LocalDate until) {
        Money missing = target.minus(principal(invoice).getFirst().open());
        for (long id : steps.lateShares(invoice, until)) {
            Optional<AllocationRow> share = missing.isPositive() ? shares.find(new AllocationId(id)) : Optional.empty();
            if (share.isPresent() && share.get().left().isPositive()) {
                missing = missing.minus(flow.free(receipts.lock(share.get().payment()).orElseThrow(), share.get(), missing));
            }
        }
    }

    private void grant(InvoiceId invoice, DiscountOffer offer, Money target, int number, LocalDate until) {
        OpenClaim claim = principal(invoice).getFirst();
        // Less is open only where something was written off: that stays as it is.
        Money amount = target.min(claim.open());
        if (!amount.isPositive()) {
            return;
        }
        List<EarlyPaymentRule.Correction> corrections = offer.taxMode() == DiscountTerms.TaxMode.INCLUDED
                ? EarlyPaymentRule.corrections(amount, steps.weights(invoice, amount.currency())) : List.of();
        LocalDate day = steps.earnedOn(invoice, until).orElseGet(() -> tenant.get().today(clock));
        write(new DiscountSteps.Step(ids.next(), invoice, claim.id(), amount, day, corrections), claim, number, "Early-payment discount");
    }

    private void undo(InvoiceId invoice, DiscountSteps.Standing standing) {
        if (standing.last().isEmpty()) {
            return;
        }
        DiscountSteps.Step granted = standing.last().get();
        OpenClaim claim = settlement.find(granted.claim()).orElseThrow();
        List<EarlyPaymentRule.Correction> mirrored = granted.corrections().stream().map(correction ->
                new EarlyPaymentRule.Correction(correction.rate(), correction.net().negated(), correction.tax().negated())).toList();
        write(new DiscountSteps.Step(ids.next(), invoice, claim.id(), granted.amount().negated(), tenant.get().today(clock), mirrored),
                claim, standing.steps() + 1, "Early-payment discount taken back");
    }

    private void write(DiscountSteps.Step step, OpenClaim claim, int number, String description) {
        String cause = CAUSE + ":" + step.id();
        SettlementOutcome outcome = step.amount().isPositive() ? settlement.discount(claim.id(), step.amount(), cause)
                : settlement.undiscount(claim.id(), step.amount().negated(), cause);
        if (!(outcome instanceof SettlementOutcome.Done)) {
            throw new IllegalStateException("invoice " + step.invoice() + " was paid while its discount was being settled: " + outcome);
        }
        steps.add(step, number);
        long customer = claim.customer().value();
        long invoice = step.invoice().value();
        Money tax = step.corrections().stream().map(EarlyPaymentRule.Correction::tax)
                .reduce(Money.zero(step.amount().currency()), Money::plus);
        List<PostingLine> lines = new ArrayList<>();
        add(lines, AccountRole.DISCOUNTS, step.amount().minus(tax), Dimension.ofInvoice(customer, invoice));
        add(lines, AccountRole.TAX_PAYABLE, tax, Dimension.ofInvoice(customer, invoice));
        add(lines, AccountRole.RECEIVABLES, step.amount().negated(), Dimension.ofClaim(customer, invoice, claim.id().value()));
        journal.post(new Posting(Posting.key(CAUSE, Long.toString(step.id())), new Cause(CAUSE, step.id()), step.day(),
                description + ", invoice " + claim.number(), lines));
        audit.record(step.amount().isPositive() ? "discounted" : "discount-undone", "invoice", invoice, null,
                new Facts(step.amount(), step.day()));
    }

    private static void add(List<PostingLine> lines, AccountRole account, Money amount, Dimension dimension) {
        if (!amount.isZero()) {
            lines.add(new PostingLine(account, amount, dimension));
        }
    }
}
