package io.quittance.reconciliation;

import java.util.List;

/** What matching says of a bank line. */
public sealed interface MatchVerdict {

    /** Sure enough to be booked without asking. */
    record Automatic(MatchProposal proposal) implements MatchVerdict {
    }

    /** For a person to choose from, likeliest first. */
    record Suggested(List<MatchProposal> proposals) implements MatchVerdict {

        public Suggested {
            proposals = List.copyOf(proposals);
        }
    }

    /** Nothing open explains it. */
    record Unexplained() implements MatchVerdict {
    }
}
