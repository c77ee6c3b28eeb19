package io.quittance.reconciliation.entity;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.reconciliation.MatchEvidence;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.MatchProposal.Share;
import io.quittance.spi.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One way to explain a movement, and all that speaks for and against it. */
record Hypothesis(CustomerId customer, List<OpenItem> items, Money amount, List<MatchEvidence> evidence) {

    static final Comparator<Hypothesis> LIKELIEST_FIRST = Comparator.comparingInt(Hypothesis::decibans).reversed()
            .thenComparing(hypothesis -> hypothesis.customer().value());

    Hypothesis {
        items = List.copyOf(items);
        evidence = List.copyOf(evidence);
    }

    int decibans() {
        return evidence.stream().mapToInt(MatchEvidence::decibans).sum();
    }

    /** 0 where nothing of the kind was seen. */
    int weightOf(MatchEvidence.Kind kind) {
        return evidence.stream().filter(seen -> seen.kind() == kind).mapToInt(MatchEvidence::decibans).sum();
    }

    Hypothesis and(List<MatchEvidence> more) {
        List<MatchEvidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Hypothesis(customer, items, amount, all);
    }

    /** Fills the items in their order; what is left of the amount is the rest. */
    MatchProposal proposal(Score score) {
        List<Share> shares = new ArrayList<>();
        Money rest = amount;
        for (OpenItem item : items) {
            Money share = rest.min(item.open());
            if (share.isPositive()) {
                shares.add(new Share(item.claim(), share));
                rest = rest.minus(share);
            }
        }
        List<MatchEvidence> heaviestFirst = evidence.stream()
                .sorted(Comparator.comparingInt((MatchEvidence seen) -> Math.abs(seen.decibans())).reversed()).toList();
        return new MatchProposal(customer, shares, rest, score, heaviestFirst);
    }
}
