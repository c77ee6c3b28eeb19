package io.quittance.interest;

import io.quittance.Fault;
import java.math.BigDecimal;
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
 * @param smallest  interest is claimed in steps of no less than this, in units of the invoice's currency: so what a payment
 *                  leaves of a day or two is let go, and the books are not filled with cents
 */
public record InterestPolicy(boolean active, boolean consumers, Optional<String> law, LocalDate since, int graceDays, boolean fixedSum,
        BigDecimal smallest) {

    private static final int MOST_GRACE = 90;
    private static final BigDecimal STEP = BigDecimal.valueOf(5);
    private static final BigDecimal LARGEST_STEP = BigDecimal.valueOf(1000);

    public InterestPolicy {
        smallest = smallest == null ? BigDecimal.ZERO : smallest;
        law = law.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What holds for those who have chosen nothing. */
    public static InterestPolicy off(LocalDate today) {
        return new InterestPolicy(false, false, Optional.empty(), today, 3, true, STEP);
    }

    /** What is wrong with it, if anything. @param known countries whose law is known */
    public List<Fault> check(Collection<String> known) {
        if (graceDays < 0 || graceDays > MOST_GRACE) {
            return List.of(Fault.of("graceDays", graceDays, "number.outside", 0, MOST_GRACE));
        }
        if (smallest.signum() < 0 || smallest.compareTo(LARGEST_STEP) > 0) {
            return List.of(Fault.of("smallest", smallest.toPlainString(), "number.outside", 0, LARGEST_STEP));
        }
        return law.filter(country -> !known.contains(country))
                .map(country -> List.of(Fault.of("law", country, "interest.unknownLaw", String.join(", ", known)))).orElse(List.of());
    }
}
