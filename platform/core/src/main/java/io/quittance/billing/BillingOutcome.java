package io.quittance.billing;

/** What became of a wish about a billing run. */
public sealed interface BillingOutcome {

    record Accepted(BillingRun run) implements BillingOutcome {
    }

    /** There was no draft to issue; no run was made. */
    record NothingToIssue() implements BillingOutcome {
    }

    record Unknown(BillingRunId id) implements BillingOutcome {
    }
}
