package io.quittance.web.payment;

import io.quittance.allocation.AllocationCandidate;
import io.quittance.allocation.AllocationDecision;
import io.quittance.allocation.AllocationQuestion;
import io.quittance.allocation.AllocationStrategy;
import io.quittance.allocation.Share;
import io.quittance.invoice.ClaimKind;
import io.quittance.spi.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a share was decided from. The rules are run again on what was stored: sameAgain says whether they decide the same.
 * Omitted counts candidates that were not written down because they make no difference; digest is the SHA-256 of the inputs.
 */
public record DecisionJson(String id, int ruleVersion, List<AllocationStrategy> order, Money amount, List<String> purpose, String reference,
        List<CandidateJson> candidates, int omitted, String digest, List<DecidedShareJson> shares, Money remainder, boolean sameAgain,
        Instant at, String actor) {

    /** An open claim as it was at that instant. */
    public record CandidateJson(String claim, String invoice, String number, ClaimKind kind, Money open, LocalDate issueDate,
            LocalDate dueDate, boolean onHold) {

        static CandidateJson of(AllocationCandidate candidate) {
            return new CandidateJson(candidate.claim().toString(), candidate.invoice().toString(), candidate.number(), candidate.kind(),
                    candidate.open(), candidate.issueDate(), candidate.dueDate(), candidate.onHold());
        }
    }

    /** What was decided for one claim. */
    public record DecidedShareJson(String invoice, String claim, Money amount, AllocationStrategy strategy) {

        static DecidedShareJson of(Share share) {
            return new DecidedShareJson(share.invoice().toString(), share.claim().toString(), share.amount(), share.strategy());
        }
    }

    static DecisionJson of(AllocationDecision decision) {
        AllocationQuestion question = decision.question();
        return new DecisionJson(decision.id().toString(), question.version(), question.order(), question.amount(),
                question.purpose().stream().map(Object::toString).toList(), question.reference(),
                question.candidates().stream().map(CandidateJson::of).toList(), question.omitted(), decision.digest(),
                decision.plan().shares().stream().map(DecidedShareJson::of).toList(), decision.plan().remainder(), decision.stands(),
                decision.at(), decision.actor());
    }
}
