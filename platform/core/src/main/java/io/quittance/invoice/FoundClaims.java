package io.quittance.invoice;

import java.util.List;
import java.util.Map;

/**
 * What was found.
 *
 * @param claims each once, in no particular order
 * @param counts how many claims are open with each of the amounts looked for, by minor units
 * @param open   how many are open in the currency in all
 */
public record FoundClaims(List<OpenClaim> claims, Map<Long, Integer> counts, long open) {

    public FoundClaims {
        claims = List.copyOf(claims);
        counts = Map.copyOf(counts);
    }
}
