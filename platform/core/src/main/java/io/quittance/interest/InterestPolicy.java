package io.quittance.interest;

import io.quittance.Fault;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether a business claims what the law grants it for late payment. Off until it says otherwise.
 *
 * @param active    against businesses and public bodies
 * @param consumers against consumers too, where the law grants it
 * @param law       country whose law holds, ISO 3166-1 alpha-2; empty for the business's own country
 * @param since     first civil day that counts, in the tenant's zone: nobody is surprised by interest for days before
 * @param graceDays days of delay that are let pass; who is later owes for those days too
 * @param fixedSum  whether the fixed sum is claimed beside interest
 */
public record InterestPolicy(boolean active, boolean consumers, Optional<String> law, LocalDate since, int graceDays, boolean fixedSum) {

    private static final int MOST_GRACE = 90;

    public InterestPolicy {
        law = law.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What holds for those who have chosen nothing. */
    public static InterestPolicy off(LocalDate today) {
        return new InterestPolicy(false, false, Optional.empty(), today, 3, true);
    }

    /** What is wrong with it, if anything. @param known countries whose law is known */
    public List<Fault> check(Collection<String> known) {
        if (graceDays < 0 || graceDays > MOST_GRACE) {
            return List.of(Fault.of("graceDays", graceDays, "number.outside", 0, MOST_GRACE));
        }
        return law.filter(country -> !known.contains(country))
                .map(country -> List.of(Fault.of("law", country, "interest.unknownLaw", String.join(", ", known)))).orElse(List.of());
    }
}
