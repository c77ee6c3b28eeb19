package io.quittance.order;

import io.quittance.Fault;
import java.util.List;

/** What became of an attempt to change rules. A refusal has changed nothing. */
public sealed interface RulesOutcome {

    /** They hold from the next judgement on. */
    record Changed(RuleSet rules) implements RulesOutcome {
    }

    /** @param faults every fault found; fields begin with the kind of the rule */
    record Refused(List<Fault> faults) implements RulesOutcome {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    record Unknown() implements RulesOutcome {
    }
}
