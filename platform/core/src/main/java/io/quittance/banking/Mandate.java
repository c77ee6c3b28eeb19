package io.quittance.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A mandate as it stands.
 *
 * @param ending     whether the next collection by it is the last one
 * @param lastUsedOn day of the last collection that was sent to the bank
 */
public record Mandate(MandateId id, MandateDetails details, String customerName, boolean ending, MandateState state,
        Optional<LocalDate> lastUsedOn, Instant createdAt) {

    /** @see "EPC016-06, SDD Core rulebook, 4.1: a mandate lapses 36 months after its last collection" */
    private static final Period LIFE = Period.ofMonths(36);

    /** The last day on which it may be used, if nothing is collected until then. */
    public LocalDate lapsesOn() {
        return lastUsedOn.orElse(details.signedOn()).plus(LIFE);
    }
}
