package io.quittance.order.control;

import io.quittance.Currencies;
import io.quittance.Fault;
import io.quittance.order.OrderRule;
import io.quittance.order.ReferenceShape;
import io.quittance.order.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What rules themselves must hold to. */
public final class RuleChecks {

    private static final int MOST_TOLERANCE = 10_000;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_BUYERS = 1000;
    private static final int MOST_CURRENCIES = 50;

    private RuleChecks() {
    }

    /** @return every fault, its field beginning with the kind of the rule, such as {@code TOTALS.tolerance} */
    public static List<Fault> check(RuleSet rules) {
        List<Fault> faults = new ArrayList<>();
        for (OrderRule rule : rules.rules()) {
            List<Fault> own = new ArrayList<>();
            check(rule, own);
            own.forEach(fault -> faults.add(fault.within(rule.kind().name())));
        }
        return faults;
    }

    private static void check(OrderRule rule, List<Fault> faults) {
        if (rule.severity() == null) {
            faults.add(Fault.of("severity", "", "order.choice", "REJECT, HOLD, WARN"));
        }
        switch (rule) {
            case OrderRule.AllowedCurrency allowed -> currencies(allowed.allowed(), faults);
            case OrderRule.Totals totals -> within("tolerance", totals.tolerance(), MOST_TOLERANCE, faults);
            case OrderRule.Amount limits -> {
                currencies(List.copyOf(limits.most().keySet()), faults);
                limits.most().values().stream().filter(most -> most.compareTo(BigDecimal.ZERO) < 0)
                        .forEach(most -> faults.add(Fault.of("most", most, "money.negative")));
            }
            case OrderRule.PurchaseOrder asked -> {
                if (!ReferenceShape.isShape(asked.shape())) {
                    faults.add(Fault.of("shape", asked.shape(), "order.shape", ReferenceShape.LONGEST));
                }
            }
            case OrderRule.OrderDate window -> {
                within("daysAhead", window.daysAhead(), MOST_DAYS, faults);
                within("daysBack", window.daysBack(), MOST_DAYS, faults);
            }
            case OrderRule.DueDate window -> within("mostDays", window.mostDays(), MOST_DAYS, faults);
            case OrderRule.Duplicate window -> within("days", window.days(), 365, faults);
            case OrderRule.BlockedBuyer blocked -> {
                if (blocked.buyers().size() > MOST_BUYERS) {
                    faults.add(Fault.of("buyers", blocked.buyers().size(), "list.tooLong", MOST_BUYERS));
                }
            }
            case OrderRule.Buyer _, OrderRule.KnownCustomer _, OrderRule.PlausibleTax _, OrderRule.CatalogueItems _,
                    OrderRule.CreditLimit _ -> { }
        }
    }

    private static void currencies(List<String> codes, List<Fault> faults) {
        if (codes.size() > MOST_CURRENCIES) {
            faults.add(Fault.of("allowed", codes.size(), "list.tooLong", MOST_CURRENCIES));
        }
        codes.stream().filter(code -> Currencies.find(code).isEmpty())
                .forEach(code -> faults.add(Fault.of("currency", code, "currency.unknown")));
    }

    private static void within(String field, int value, int most, List<Fault> faults) {
        if (value < 0 || value > most) {
            faults.add(Fault.of(field, value, "number.outside", 0, most));
        }
    }
}
