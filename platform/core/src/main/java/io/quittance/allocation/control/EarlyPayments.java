package io.quittance.allocation.control;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.EarlyPaymentView;
import io.quittance.allocation.entity.DiscountStep;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.audit.AuditTrail;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.boundary.DiscountOffers;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.ledger.boundary.Journal;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.TimeOrderedIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deducts for early payment on the tenant's tables: what {@link Deducting} decides is written in the caller's unit. */
@ApplicationScoped
public class EarlyPayments {

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
    CurrentActor actor;
    @Inject
    TimeOrderedIds ids;
    @Inject
    Clock clock;

    /** What the audit trail keeps of a step. */
    record Facts(Money amount, LocalDate day) {
    }

    /** After money moved in or out of these invoices, each by whom. */
    void bring(Map<InvoiceId, Actor> touched) {
        Deducting deducting = new Deducting(new Stored());
        offers.of(touched.keySet()).forEach((invoice, offer) -> CurrentActor.run(touched.get(invoice), () -> {
            deducting.bring(invoice, offer);
            return null;
        }));
    }

    /** After a credit of the invoice. */
    public void bring(InvoiceId invoice) {
        bring(Map.of(invoice, actor.get()));
    }

    public Optional<EarlyPaymentView> view(InvoiceId invoice) {
        return Optional.ofNullable(offers.of(List.of(invoice)).get(invoice)).map(offer -> new EarlyPaymentView(offer,
                new Stored().until(invoice, offer), steps.standing(invoice, offer.amount().currency()).amount()));
    }

    /** What of an invoice is deducted now. */
    public Money standing(InvoiceId invoice, Money likeThis) {
        return steps.standing(invoice, likeThis.currency()).amount();
    }

    /** Opens again what was deducted, so that a credit can take its place in the same unit, which brings it back as far as earned. */
    public void withdraw(InvoiceId invoice, Money likeThis) {
        new Deducting(new Stored()).undo(steps.standing(invoice, likeThis.currency()));
    }

    /** The tenant's tables. */
    private final class Stored implements Deductions {

        @Override
        public LocalDate until(InvoiceId invoice, DiscountOffer offer) {
            return steps.goodwill(invoice).filter(day -> day.isAfter(offer.lastDay())).orElse(offer.lastDay());
        }

        @Override
        public List<OpenClaim> claims(InvoiceId invoice) {
            return settlement.claims(invoice);
        }

        @Override
        public Money credited(OpenClaim claim) {
            return settlement.corrected(claim.invoice()).get(claim.id()).credited();
        }

        @Override
        public Money inTime(InvoiceId invoice, LocalDate until, Currency currency) {
            return steps.inTime(invoice, until, currency);
        }

        @Override
        public Optional<LocalDate> earnedOn(InvoiceId invoice, LocalDate until) {
            return steps.earnedOn(invoice, until);
        }

        @Override
        public List<EarlyPaymentRule.Weight> weights(InvoiceId invoice, Currency currency) {
            return steps.weights(invoice, currency);
        }

        @Override
        public DiscountStep.Standing standing(InvoiceId invoice, Currency currency) {
            return steps.standing(invoice, currency);
        }

        @Override
        public void freeLate(InvoiceId invoice, LocalDate until, Money most) {
            Money missing = most;
            for (long id : steps.lateShares(invoice, until)) {
                Optional<AllocationRow> share = missing.isPositive() ? shares.find(new AllocationId(id)) : Optional.empty();
                if (share.isPresent() && share.get().left().isPositive()) {
                    missing = missing.minus(flow.free(receipts.lock(share.get().payment()).orElseThrow(), share.get(), missing));
                }
            }
        }

        @Override
        public void letOthersStepIn(InvoiceId invoice) {
            flow.letOthersStepIn(invoice);
        }

        @Override
        public void write(DiscountStep step, int number, OpenClaim claim) {
            String cause = DiscountStep.CAUSE + ":" + step.id();
            SettlementOutcome outcome = step.amount().isPositive() ? settlement.discount(claim.id(), step.amount(), cause)
                    : settlement.undiscount(claim.id(), step.amount().negated(), cause);
            if (!(outcome instanceof SettlementOutcome.Done)) {
                throw new IllegalStateException("invoice " + step.invoice() + " was paid while its discount was being settled: " + outcome);
            }
            steps.add(step, number);
            journal.post(step.posting(claim));
            audit.record(step.amount().isPositive() ? "discounted" : "discount-undone", "invoice", step.invoice().value(), null,
                    new Facts(step.amount(), step.day()));
        }

        @Override
        public long nextId() {
            return ids.next();
        }

        @Override
        public LocalDate today() {
            return tenant.get().today(clock);
        }
    }
}
