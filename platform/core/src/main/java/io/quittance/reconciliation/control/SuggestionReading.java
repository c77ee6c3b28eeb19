package io.quittance.reconciliation.control;

import io.quittance.customer.boundary.Customers;
import io.quittance.invoice.boundary.Settlement;
import io.quittance.reconciliation.MatchProposal;
import io.quittance.reconciliation.StatementId;
import io.quittance.reconciliation.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Puts names and numbers to what was suggested. */
@ApplicationScoped
public class SuggestionReading {

    @Inject
    SuggestionStore store;
    @Inject
    Settlement settlement;
    @Inject
    Customers customers;

    /** Of the lines of a statement in their order, likeliest first. */
    public List<Suggestion> of(StatementId statement) {
        List<Suggestion> read = new ArrayList<>();
        store.of(statement).forEach((line, proposals) -> {
            for (int position = 0; position < proposals.size(); position++) {
                read.add(read(line, position, proposals.get(position)));
            }
        });
        return read;
    }

    private Suggestion read(long line, int position, MatchProposal proposal) {
        List<Suggestion.Part> parts = proposal.shares().stream().flatMap(share -> settlement.find(share.claim()).stream()
                .map(claim -> new Suggestion.Part(claim.invoice(), claim.number(), share.amount()))).toList();
        String name = customers.find(proposal.customer()).map(customer -> customer.details().name()).orElse("");
        return new Suggestion(line, position, proposal.customer(), name, parts, proposal.rest(), proposal.score(), proposal.evidence());
    }
}
