package io.quittance.order.boundary;

import io.quittance.Fault;
import io.quittance.order.RuleSet;
import io.quittance.order.RulesOutcome;
import io.quittance.order.control.RuleChecks;
import io.quittance.order.control.RuleJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rules as people and programs write them: JSON. Opens no unit of work. */
@ApplicationScoped
public class RuleText {

    /** On several lines, for people to edit. */
    public String write(RuleSet rules) {
        return RuleJson.show(rules);
    }

    /** {@link RulesOutcome.Changed} with what was understood, or why it was not; nothing is changed by it. */
    public RulesOutcome read(String json) {
        return switch (RuleJson.understand(json)) {
            case RuleJson.Understood.Mistake(String mistake) ->
                new RulesOutcome.Refused(List.of(Fault.of("rules", "", "order.rulesUnreadable", mistake)));
            case RuleJson.Understood.Rules(RuleSet rules) -> {
                List<Fault> faults = RuleChecks.check(rules);
                yield faults.isEmpty() ? new RulesOutcome.Changed(rules) : new RulesOutcome.Refused(faults);
            }
        };
    }
}
