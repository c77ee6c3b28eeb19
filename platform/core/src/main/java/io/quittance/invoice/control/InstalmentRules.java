package io.quittance.invoice.control;

import io.quittance.Fault;
import io.quittance.invoice.Instalment;
import io.quittance.spi.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a schedule of instalments must be. */
public final class InstalmentRules {

    private static final int MOST = 121;
    private static final int MOST_YEARS = 30;

    private InstalmentRules() {
    }

    /**
     * @param open  what of the principal is to be laid out
     * @param today civil day in the zone of the contract
     */
    public static List<Fault> check(List<Instalment> schedule, Money open, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (schedule.isEmpty() || schedule.size() > MOST) {
            return List.of(Fault.of("instalments", schedule.size(), "number.outside", 1, MOST));
        }
        for (int i = 0; i < schedule.size(); i++) {
            String field = "instalments[" + i + "].";
            Money amount = schedule.get(i).amount();
            LocalDate due = schedule.get(i).due();
            if (!amount.currency().equals(open.currency())) {
                faults.add(Fault.of(field + "amount", amount, "money.currencyDiffers", open.currency()));
            } else if (!amount.isPositive()) {
                faults.add(Fault.of(field + "amount", amount.toDecimal().toPlainString(), "money.notPositive"));
            }
            LocalDate earliest = i == 0 ? today : schedule.get(i - 1).due().plusDays(1);
            if (due.isBefore(earliest) || due.isAfter(today.plusYears(MOST_YEARS))) {
                faults.add(Fault.of(field + "due", due, "instalments.due", earliest, today.plusYears(MOST_YEARS)));
            }
        }
        if (faults.isEmpty()) {
            Money sum = schedule.stream().map(Instalment::amount).reduce(Money::plus).orElseThrow();
            if (!sum.equals(open)) {
                faults.add(Fault.of("instalments", sum.toDecimal().toPlainString(), "instalments.sum", open.toDecimal().toPlainString(),
                        sum.toDecimal().toPlainString()));
            }
        }
        return faults;
    }
}
