package io.quittance.reconciliation;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.ClaimId;
import io.quittance.spi.money.Money;
import java.util.List;

/**
 * What a bank line may be.
 *
 * @param shares   what it pays, in the order in which it does; none where only the payer is known
 * @param rest     what is left of it: goes to the customer's unapplied cash; zero or positive
 * @param score    the probability that it is this one, against all other proposals and against none of them
 * @param evidence the reasons, heaviest first
 */
public record MatchProposal(CustomerId customer, List<Share> shares, Money rest, Score score, List<MatchEvidence> evidence) {

    /** A part of a bank line that pays a claim. */
    public record Share(ClaimId claim, Money amount) {
    }

    public MatchProposal {
        shares = List.copyOf(shares);
        evidence = List.copyOf(evidence);
    }
}
