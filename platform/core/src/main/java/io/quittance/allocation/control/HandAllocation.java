package io.quittance.allocation.control;

import io.quittance.allocation.AllocationId;
import io.quittance.allocation.AllocationOutcome;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationReason;
import io.quittance.allocation.AllocationRow;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.ReleaseOutcome;
import io.quittance.allocation.Share;
import io.quittance.allocation.entity.AllocationPolicy;
import io.quittance.invoice.ClaimId;
import io.quittance.invoice.Corrected;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.payment.PaymentId;
import io.quittance.payment.Receipt;
import io.quittance.payment.boundary.Receipts;
import io.quittance.spi.money.Money;
import io.quittance.writeoff.boundary.WriteOffs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person may do with unapplied cash and shares; each wish is judged before anything is written. */
@ApplicationScoped
public class HandAllocation {

    @Inject
    Receipts receipts;
    @Inject
    Settlement settlement;
    @Inject
    WriteOffs writeOffs;
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
        Money writtenOff = settlement.corrected(invoice).values().stream().map(Corrected::writtenOff).reduce(Money::plus).orElseThrow();
        if (amount.compareTo(open.plus(writtenOff)) > 0) {
            return new AllocationOutcome.MoreThanOpen(open);
        }
        if (amount.compareTo(open) > 0) {
            writeOffs.recover(invoice, amount.minus(open), "payment:" + payment);
        }
        return allocated(receipt.get(), flow.apply(receipt.get(), amount, left -> AllocationQuestion.of(AllocationPolicy.VERSION, left,
                List.of(invoice), "", List.of(AllocationStrategy.NAMED_CLAIMS), settlement.claims(invoice)),
                Optional.of(AllocationReason.BY_HAND)));
    }

    public AllocationOutcome applyByRules(PaymentId payment) {
        Optional<Receipt> receipt = receipts.lock(payment);
        if (receipt.isEmpty() || receipt.get().customer().isEmpty()) {
            return new AllocationOutcome.Unknown(receipt.isEmpty() ? "payment" : "customer");
        }
        Money unapplied = receipt.get().unapplied();
        if (!unapplied.isPositive()) {
            return new AllocationOutcome.NotEnoughUnapplied(unapplied);
        }
        return allocated(receipt.get(), flow.handOut(List.of(receipt.get())));
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
        return new ReleaseOutcome.Released(released);
    }

    /**
     * Takes back what payments gave to claims, the youngest share first, so that a credit can take its place.
     *
     * @return how much was taken back: at most what was asked, less when less stands
     */
    public Money free(InvoiceId invoice, Set<ClaimId> claims, Money most) {
        Money left = most;
        for (AllocationRow share : shares.ofInvoice(invoice).reversed()) {
            if (left.isPositive() && share.takesBack().isEmpty() && share.left().isPositive() && claims.contains(share.claim())) {
                Receipt receipt = receipts.lock(share.payment()).orElseThrow();
                left = left.minus(flow.free(receipt, share, left));
            }
        }
        return most.minus(left);
    }

    private AllocationOutcome allocated(Receipt receipt, List<AllocationRow> made) {
        Money used = made.stream().map(AllocationRow::amount).reduce(Money.zero(receipt.unapplied().currency()), Money::plus);
        return new AllocationOutcome.Allocated(made.stream()
                .map(row -> new Share(row.invoice(), row.claim(), row.amount(), row.reason(), row.strategy())).toList(),
                receipt.unapplied().minus(used));
    }
}
