package io.quittance.simulation;

import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.control.Deducting;
import io.quittance.allocation.control.Deductions;
import io.quittance.allocation.entity.DiscountStep;
import io.quittance.allocation.entity.EarlyPaymentRule;
import io.quittance.allocation.entity.StandingShares;
import io.quittance.invoice.ClaimKind;
import io.quittance.invoice.DiscountOffer;
import io.quittance.invoice.DiscountTerms;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.SettlementOutcome;
import io.quittance.invoice.entity.ClaimBalance.By;
import io.quittance.payment.PaymentId;
import io.quittance.payment.entity.Payment;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Discounts for early payment by the product's decisions. */
final class Discounts implements Deductions {

    private final Flow flow;
    private final Tables tables;
    private final Deducting deducting;
    private final Map<InvoiceId, DiscountOffer> offers = new HashMap<>();
    private final Map<InvoiceId, LocalDate> goodwill = new HashMap<>();
    private final Map<InvoiceId, List<DiscountStep>> steps = new HashMap<>();

    Discounts(Flow flow, Decisions decisions) {
        this.flow = flow;
        this.tables = flow.tables;
        this.deducting = new Deducting(decisions.deductions(this));
    }

    String offer(Step.Offer wish) {
        InvoiceId id = new InvoiceId(wish.invoice());
        Bill bill = tables.bills.get(id);
        if (bill == null || offers.containsKey(id)) {
            return Practice.REFUSED;
        }
        DiscountTerms terms = new DiscountTerms(new BigDecimal(wish.percent()), wish.days(),
                wish.tax() ? DiscountTerms.TaxMode.INCLUDED : DiscountTerms.TaxMode.EXCLUDED);
        Optional<DiscountOffer> offer = DiscountOffer.of(terms, bill.issued(), bill.totals());
        offer.ifPresent(made -> tables.put(offers, id, made));
        return offer.isPresent() ? Practice.DONE : Practice.REFUSED;
    }

    String extend(Step.Extend wish) {
        InvoiceId id = new InvoiceId(wish.invoice());
        LocalDate until = tables.today().minusDays(wish.daysAgo());
        if (!offers.containsKey(id) || !until.isAfter(until(id, offers.get(id)))) {
            return Practice.REFUSED;
        }
        tables.put(goodwill, id, until);
        bring(List.of(id));
        return Practice.DONE;
    }

    /** After money or credits of these invoices moved. */
    void bring(Collection<InvoiceId> touched) {
        touched.stream().filter(offers::containsKey).forEach(invoice -> deducting.bring(invoice, offers.get(invoice)));
    }

    void withdraw(InvoiceId invoice, Currency currency) {
        deducting.undo(standing(invoice, currency));
    }

    @Override
    public LocalDate until(InvoiceId invoice, DiscountOffer offer) {
        return goodwill.getOrDefault(invoice, offer.lastDay());
    }

    @Override
    public List<OpenClaim> claims(InvoiceId invoice) {
        return tables.of(invoice);
    }

    @Override
    public Money credited(OpenClaim claim) {
        return tables.balances.get(claim.id()).credited();
    }

    @Override
    public Money inTime(InvoiceId invoice, LocalDate until, Currency currency) {
        Money sum = Money.zero(currency);
        Map<PaymentId, Money> onInvoice = new HashMap<>();
        for (AllocationRow share : tables.given.getOrDefault(invoice, List.of())) {
            onInvoice.merge(share.payment(), share.amount(), Money::plus);
            sum = isOfDocument(share) && cameBy(share.payment(), until) ? sum.plus(share.amount()) : sum;
        }
        onInvoice.values().removeIf(amount -> !amount.isPositive());
        tables.meant.getOrDefault(invoice, List.of()).stream()
                .filter(id -> tables.payments.get(id).purpose().equals(Optional.of(invoice)))
                .forEach(id -> onInvoice.put(id, Money.zero(currency)));
        for (PaymentId id : onInvoice.keySet()) {
            Money rests = tables.payments.get(id).unapplied();
            sum = cameBy(id, until) && rests.isPositive() && rests.currency().equals(currency) ? sum.plus(rests) : sum;
        }
        return sum;
    }

    private boolean isOfDocument(AllocationRow share) {
        ClaimKind kind = tables.claims.get(share.claim()).kind();
        return kind == ClaimKind.PRINCIPAL || kind == ClaimKind.INSTALMENT;
    }

    private boolean cameBy(PaymentId payment, LocalDate day) {
        return tables.payments.get(payment).receivedOn().filter(received -> !received.isAfter(day)).isPresent();
    }

    @Override
    public Optional<LocalDate> earnedOn(InvoiceId invoice, LocalDate until) {
        Map<PaymentId, Money> sums = new LinkedHashMap<>();
        tables.given.getOrDefault(invoice, List.of()).forEach(row -> sums.merge(row.payment(), row.amount(), Money::plus));
        return sums.entrySet().stream().filter(sum -> sum.getValue().isPositive() && cameBy(sum.getKey(), until))
                .map(sum -> tables.payments.get(sum.getKey()).receivedOn().orElseThrow()).max(Comparator.naturalOrder());
    }

    @Override
    public List<EarlyPaymentRule.Weight> weights(InvoiceId invoice, Currency currency) {
        return tables.bills.get(invoice).room().categories().stream()
                .map(category -> new EarlyPaymentRule.Weight(category.rate(), category.net().plus(category.tax())))
                .sorted(Comparator.comparing((EarlyPaymentRule.Weight weight) -> weight.rate().category().name())
                        .thenComparing(weight -> weight.rate().percent().negate())).toList();
    }

    @Override
    public DiscountStep.Standing standing(InvoiceId invoice, Currency currency) {
        List<DiscountStep> all = steps.getOrDefault(invoice, List.of());
        Money sum = all.stream().map(DiscountStep::amount).reduce(Money.zero(currency), Money::plus);
        return new DiscountStep.Standing(sum, all.size(), sum.isZero() ? Optional.empty() : Optional.of(all.getLast()));
    }

    @Override
    public void freeLate(InvoiceId invoice, LocalDate until, Money most) {
        Money missing = most;
        List<AllocationRow> late = tables.given.getOrDefault(invoice, List.of()).stream()
                .filter(share -> share.takesBack().isEmpty() && isOfDocument(share) && !cameBy(share.payment(), until))
                .sorted(Comparator.comparing(this::received).thenComparing(share -> share.id().value()).reversed()).toList();
        for (AllocationRow share : late) {
            if (missing.isPositive() && new StandingShares(tables.rows(share.payment())).left(share).isPositive()) {
                missing = missing.minus(flow.free(share, missing));
            }
        }
    }

    private LocalDate received(AllocationRow share) {
        return Optional.of(tables.payments.get(share.payment())).flatMap(Payment::receivedOn).orElseThrow();
    }

    @Override
    public void letOthersStepIn(InvoiceId invoice) {
        flow.letOthersStepIn(invoice);
    }

    @Override
    public void write(DiscountStep step, int number, OpenClaim claim) {
        if (!(tables.move(claim.id(), By.MONEY, step.amount()) instanceof SettlementOutcome.Done)
                || number != steps.getOrDefault(step.invoice(), List.of()).size() + 1) {
            throw new IllegalStateException("no room for step " + number + " of " + step.amount() + " on invoice " + step.invoice());
        }
        tables.add(steps, step.invoice(), step);
        tables.post(step.posting(claim));
    }

    @Override
    public long nextId() {
        return tables.nextNumber();
    }

    @Override
    public LocalDate today() {
        return tables.today();
    }
}
