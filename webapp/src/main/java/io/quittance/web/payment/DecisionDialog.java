package io.quittance.web.payment;

import io.quittance.allocation.AllocationCandidate;
import io.quittance.allocation.AllocationDecision;
import io.quittance.allocation.AllocationId;
import io.quittance.allocation.Share;
import io.quittance.allocation.boundary.Allocations;
import io.quittance.spi.money.Money;
import io.quittance.web.language.Texts;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.stream.Collectors;

/** Why a share went where it went: what was looked at, and whether the rules decide so again. */
@Named("decisionDialog")
@ViewScoped
public class DecisionDialog implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Allocations allocations;

    @Inject
    transient Texts texts;

    @Inject
    transient Say say;

    private transient AllocationDecision decision;
    private Long share;

    /** Shows the decision behind a share. */
    public void open(long allocation) {
        share = allocation;
        decision = null;
        if (getDecision() == null) {
            say.refused("decision.none");
        }
    }

    /** Read and made again; null before a share was chosen, and for one older than the keeping of decisions. */
    public AllocationDecision getDecision() {
        if (decision == null && share != null) {
            decision = allocations.decision(new AllocationId(share)).orElse(null);
        }
        return decision;
    }

    /** The rules in words, in the order in which they were tried. */
    public String getOrder() {
        return getDecision().question().order().stream().map(each -> texts.word("strategy", each)).collect(Collectors.joining(" → "));
    }

    /** What the decision gave to a claim. */
    public Money given(AllocationCandidate candidate) {
        return getDecision().plan().shares().stream().filter(each -> each.claim().equals(candidate.claim())).map(Share::amount)
                .reduce(Money.zero(candidate.open().currency()), Money::plus);
    }
}
