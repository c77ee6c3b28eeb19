package io.quittance.invoice;

import io.quittance.Fault;
import io.quittance.spi.money.Money;
import java.util.List;

/** What became of the wish to end a plan of instalments. A refusal has changed nothing. */
public sealed interface PlanEndOutcome {

    /** @param open what is due by the original terms again, positive */
    record Ended(Money open) implements PlanEndOutcome {
    }

    record Refused(List<Fault> faults) implements PlanEndOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** No instalment of it is open. */
    record NoPlan() implements PlanEndOutcome {
    }
}
