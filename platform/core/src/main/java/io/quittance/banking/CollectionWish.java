package io.quittance.banking;

import java.time.LocalDate;

/**
 * A wish to collect what is due.
 *
 * @param key       chosen by the caller: the same key prepares one batch; at most 80 characters
 * @param dueBy     takes the claims due by the end of that civil day
 * @param notBefore on which day to collect at the earliest; a claim that is due later is collected when it is due
 */
public record CollectionWish(String key, LocalDate dueBy, LocalDate notBefore) {
}
