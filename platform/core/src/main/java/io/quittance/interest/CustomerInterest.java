package io.quittance.interest;

import java.time.LocalDate;

/** What holds for one customer, whatever the business's policy says of others. @param since first civil day that counts */
public record CustomerInterest(Choice choice, LocalDate since) {

    /** What was chosen. */
    public enum Choice {
        /** Nothing is claimed of this customer. */
        NEVER,
        /** Claimed even where the policy is off; never of a consumer whom the law spares. */
        ALWAYS
    }
}
