package io.quittance.allocation.control;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.allocation.Share;
import io.quittance.allocation.entity.AllocationPolicy;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What a person may do with unapplied cash and shares; each wish is judged before anything is written. */
@ApplicationScoped
public class HandAllocation {

    @Inject
    Receipts receipts;
    @Inject
    Settlement settlement;
    @Inject
    ShareStore shares;
    @Inject
    MoneyFlow flow;

    public AllocationOutcome apply(PaymentId payment, InvoiceId invoice, Money amount) {
        Optional<Receipt> receipt = receipts.lock(payment);
        List<OpenClaim> claims = settlement.claims(invoice);
        if (receipt.isEmpty() || !amount.isPositive()) {
            return new AllocationOutcome.Unknown(receipt.isEmpty() ? "payment" : "amount");
        }
        if (claims.isEmpty() || receipt.get().customer().filter(owner -> !owner.equals(claims.getFirst().customer())).isPresent()) {
            return new AllocationOutcome.Unknown("invoice");
        }
        Money unapplied = receipt.get().unapplied();
        Money open = claims.stream().map(OpenClaim::open).reduce(Money::plus).orElseThrow();
        if (!amount.currency().equals(unapplied.currency()) || !amount.currency().equals(open.currency())) {
            return new AllocationOutcome.CurrencyDiffers(unapplied.currency(), open.currency());
        }
        if (amount.compareTo(unapplied) > 0) {
            return new AllocationOutcome.NotEnoughUnapplied(unapplied);
        }
        if (amount.compareTo(open) > 0) {
            return new AllocationOutcome.MoreThanOpen(open);
        }
        AllocationPolicy.Plan plan = AllocationPolicy.plan(amount, List.of(invoice), claims, false);
        return applied(receipt.get(), amount, byHand(plan));
    }

    public AllocationOutcome applyToOldest(PaymentId payment) {
        Optional<Receipt> receipt = receipts.lock(payment);
        if (receipt.isEmpty() || receipt.get().customer().isEmpty()) {
            return new AllocationOutcome.Unknown(receipt.isEmpty() ? "payment" : "customer");
        }
        Money unapplied = receipt.get().unapplied();
        if (!unapplied.isPositive()) {
            return new AllocationOutcome.NotEnoughUnapplied(unapplied);
        }
        List<OpenClaim> claims = settlement.open(receipt.get().customer().get(), unapplied.currency());
        return applied(receipt.get(), unapplied, AllocationPolicy.plan(unapplied, List.of(), claims, true));
    }

    public ReleaseOutcome release(AllocationId allocation) {
        Optional<AllocationRow> found = shares.find(allocation).filter(row -> row.takesBack().isEmpty());
        Optional<Receipt> receipt = found.flatMap(row -> receipts.lock(row.payment()));
        if (receipt.isEmpty()) {
            return new ReleaseOutcome.Unknown(allocation);
        }
        Money released = flow.release(receipt.get(), found.get());
        if (released.isZero()) {
            return new ReleaseOutcome.AlreadyReleased();
        }
        receipts.forgetPurpose(List.of(receipt.get().id()));
        return new ReleaseOutcome.Released(released);
    }

    private AllocationOutcome applied(Receipt receipt, Money amount, AllocationPolicy.Plan plan) {
        List<AllocationRow> made = flow.apply(receipt, amount, () -> plan);
        Money used = made.stream().map(AllocationRow::amount).reduce(Money.zero(amount.currency()), Money::plus);
        return new AllocationOutcome.Allocated(
                made.stream().map(row -> new Share(row.invoice(), row.claim(), row.amount(), row.reason())).toList(),
                receipt.unapplied().minus(used));
    }

    private static AllocationPolicy.Plan byHand(AllocationPolicy.Plan plan) {
        return new AllocationPolicy.Plan(plan.shares().stream()
                .map(share -> new Share(share.invoice(), share.claim(), share.amount(), AllocationReason.BY_HAND))
                .toList(), plan.remainder());
    }
}
