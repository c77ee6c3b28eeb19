package io.quittance.allocation;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.spi.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * All that the rules look at: the same question always has the same answer.
 *
 * @param version    of the rules
 * @param amount     to be handed out, not negative
 * @param purpose    invoices that the payer named, in that order
 * @param reference  the payer's text; empty when there is none
 * @param order      strategies, tried one after the other
 * @param candidates claims with something open in the amount's currency, by id
 * @param omitted    how many further candidates are not written down here because the answer is the same without them
 */
public record AllocationQuestion(int version, Money amount, List<InvoiceId> purpose, String reference, List<AllocationStrategy> order,
        List<AllocationCandidate> candidates, int omitted) {

    public AllocationQuestion {
        purpose = List.copyOf(purpose);
        order = List.copyOf(order);
        candidates = candidates.stream().sorted(Comparator.comparingLong(candidate -> candidate.claim().value())).toList();
    }

    /** Asks about claims as they are now; those of another currency or with nothing open are passed over. */
    public static AllocationQuestion of(int version, Money amount, List<InvoiceId> purpose, String reference,
            List<AllocationStrategy> order, Collection<OpenClaim> claims) {
        return new AllocationQuestion(version, amount, purpose, reference, order, claims.stream()
                .filter(claim -> claim.open().currency().equals(amount.currency()) && claim.open().isPositive())
                .map(AllocationCandidate::of).toList(), 0);
    }

    /** The same question with fewer candidates written down. */
    public AllocationQuestion keeping(List<AllocationCandidate> fewer) {
        return new AllocationQuestion(version, amount, purpose, reference, order, fewer, omitted + candidates.size() - fewer.size());
    }
}
