package io.quittance.fourway;

import io.quittance.reconciliation.Gap;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** Which gaps are asked for; all conditions hold together. @param gaps empty for any; @param states empty for any */
public record GapFilter(Set<Gap> gaps, Set<GapState> states, Optional<Currency> currency, Optional<LocalDate> from,
        Optional<LocalDate> to) {

    public GapFilter {
        gaps = Set.copyOf(gaps);
        states = Set.copyOf(states);
    }
}
