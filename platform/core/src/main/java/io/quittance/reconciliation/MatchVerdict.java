package io.quittance.reconciliation;

import java.util.List;

/** What matching says of a bank line. */
public sealed interface MatchVerdict {

    /** What a person may choose from when it is not booked, likeliest first. */
    List<MatchProposal> proposals();

    /** Sure enough to be booked without asking. */
    record Automatic(MatchProposal proposal) implements MatchVerdict {

        @Override
        public List<MatchProposal> proposals() {
            return List.of(proposal);
        }
    }

    /** For a person to choose from, likeliest first. */
    record Suggested(List<MatchProposal> proposals) implements MatchVerdict {

        public Suggested {
            proposals = List.copyOf(proposals);
        }
    }

    /** Nothing open explains it. */
    record Unexplained() implements MatchVerdict {

        @Override
        public List<MatchProposal> proposals() {
            return List.of();
        }
    }
}
