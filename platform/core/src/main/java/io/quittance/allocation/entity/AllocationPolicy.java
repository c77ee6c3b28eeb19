package io.quittance.allocation.entity;

import io.quittance.allocation.AllocationCandidate;
import io.quittance.allocation.AllocationPlan;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.Share;
import io.quittance.invoice.ClaimId;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which claims a payment pays: the strategies of the question, one after the other, each with what the ones before it left
 * of the money and of the claims. A claim of another currency is never paid. Pure: the same question has the same answer,
 * in whatever order its candidates came.
 */
public final class AllocationPolicy {

    /** Stored beside every share; grows with each change of the rules. 1 knew the payer's purpose and the oldest due invoice only. */
    public static final int VERSION = 2;

    /** The longest question that is written down whole. */
    private static final int MOST_CANDIDATES = 200;

    private AllocationPolicy() {
    }

    /** @throws IllegalArgumentException when the question was asked of other rules than these */
    public static AllocationPlan plan(AllocationQuestion question) {
        if (question.version() != VERSION) {
            throw new IllegalArgumentException("rules of version " + question.version() + " are not these");
        }
        Map<ClaimId, AllocationCandidate> open = new LinkedHashMap<>();
        question.candidates().forEach(candidate -> open.put(candidate.claim(), candidate));
        List<Share> shares = new ArrayList<>();
        Money left = question.amount();
        for (AllocationStrategy strategy : question.order()) {
            if (!left.isPositive()) {
                break;
            }
            for (Strategies.Part part : Strategies.parts(strategy, question, left, List.copyOf(open.values()))) {
                AllocationCandidate candidate = part.candidate();
                shares.add(new Share(candidate.invoice(), candidate.claim(), part.amount(), strategy.reason(), strategy));
                left = left.minus(part.amount());
                Money rest = candidate.open().minus(part.amount());
                if (rest.isPositive()) {
                    open.put(candidate.claim(), candidate.withOpen(rest));
                } else {
                    open.remove(candidate.claim());
                }
            }
        }
        return new AllocationPlan(shares, left);
    }

    /** The question as it is to be kept: a very long one without the claims that make no difference to the answer. */
    public static AllocationQuestion kept(AllocationQuestion question, AllocationPlan plan) {
        if (question.candidates().size() <= MOST_CANDIDATES) {
            return question;
        }
        Set<ClaimId> paid = plan.shares().stream().map(Share::claim).collect(Collectors.toSet());
        AllocationQuestion shorter = question.keeping(question.candidates().stream()
                .filter(candidate -> paid.contains(candidate.claim())).toList());
        return plan(shorter).equals(plan) ? shorter : question;
    }
}
