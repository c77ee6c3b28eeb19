package io.quittance.invoice;

import io.quittance.Fault;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a sum is laid out: if wished a first payment of its own amount, the rest in equal instalments of whole months.
 *
 * <p>Each due date is counted from the first one, not from the one before it: a plan that begins on the 31st is due on the
 * last day of shorter months and on the 31st again where there is one. The equal instalments are rounded down to the minor
 * unit, and the last one takes what that leaves.
 *
 * @param down   the first payment, if it is to have an amount of its own
 * @param first  civil day on which the first payment is due: the down payment or, without one, the first instalment
 * @param count  of instalments beside the down payment
 * @param months between two due dates
 */
public record InstalmentTerms(Optional<Money> down, LocalDate first, int count, int months) {

    private static final int MOST_INSTALMENTS = 120;
    private static final int MOST_MONTHS = 12;

    /** What is wrong with the terms for a sum, if anything. */
    public List<Fault> check(Money open) {
        List<Fault> faults = new ArrayList<>();
        if (count < 1 || count > MOST_INSTALMENTS) {
            faults.add(Fault.of("count", count, "number.outside", 1, MOST_INSTALMENTS));
        }
        if (months < 1 || months > MOST_MONTHS) {
            faults.add(Fault.of("months", months, "number.outside", 1, MOST_MONTHS));
        }
        down.ifPresent(amount -> {
            if (!amount.currency().equals(open.currency())) {
                faults.add(Fault.of("down", amount, "money.currencyDiffers", open.currency()));
            } else if (!amount.isPositive() || amount.compareTo(open) >= 0) {
                faults.add(Fault.of("down", amount.toDecimal().toPlainString(), "instalments.down", open.toDecimal().toPlainString()));
            }
        });
        if (faults.isEmpty() && open.minus(down.orElse(Money.zero(open.currency()))).minorUnits() < count) {
            faults.add(Fault.of("count", count, "instalments.tooMany"));
        }
        return faults;
    }

    /** The schedule; its amounts sum to the sum exactly. The terms must have passed {@link #check}. */
    public List<Instalment> of(Money open) {
        List<Instalment> schedule = new ArrayList<>();
        down.ifPresent(amount -> schedule.add(new Instalment(first, amount)));
        Money rest = open.minus(down.orElse(Money.zero(open.currency())));
        Money each = new Money(rest.minorUnits() / count, rest.currency());
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            schedule.add(new Instalment(first.plusMonths((long) months * schedule.size()), last ? rest : each));
            rest = rest.minus(each);
        }
        return schedule;
    }
}
