package io.quittance.alert.control;

import io.quittance.Fault;
import io.quittance.access.Roles;
import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertPolicy;
import io.quittance.audit.AuditTrail;
import io.quittance.spi.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Judges what a person wants to be told. */
@ApplicationScoped
public class PolicyCheck {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final int LONGEST = 254;
    private static final int MOST_PEOPLE = 20;

    @Inject
    AlertKeeper keeper;
    @Inject
    Roles roles;
    @Inject
    AuditTrail audit;

    /** @return why it was refused; empty when it was changed */
    public List<Fault> change(AlertPolicy wanted) {
        List<Fault> faults = new ArrayList<>();
        if (wanted.mostMails() < 0 || wanted.mostMails() > AlertPolicy.MOST_MAILS) {
            faults.add(Fault.of("mostMails", wanted.mostMails(), "alert.mostMails", AlertPolicy.MOST_MAILS));
        }
        wanted.rules().forEach((kind, rule) -> check(kind, rule, faults));
        if (faults.isEmpty()) {
            audit.record("changed", "alerts", 0, keeper.policy(), wanted);
            keeper.policy(wanted);
        }
        return faults;
    }

    private void check(AlertKind kind, AlertPolicy.Rule rule, List<Fault> faults) {
        String field = kind.name();
        rule.people().stream().filter(address -> address.length() > LONGEST || !EMAIL.matcher(address).matches()).findFirst()
                .ifPresent(address -> faults.add(Fault.of(field + ".people", address, "alert.address")));
        if (rule.people().size() > MOST_PEOPLE) {
            faults.add(Fault.of(field + ".people", rule.people().size(), "alert.people", MOST_PEOPLE));
        }
        rule.roles().stream().filter(role -> !roles.names().contains(role)).findFirst()
                .ifPresent(role -> faults.add(Fault.of(field + ".roles", role, "alert.role")));
        rule.from().values().stream().filter(Money::isNegative).findFirst()
                .ifPresent(amount -> faults.add(Fault.of(field + ".from", amount, "alert.from")));
        if (rule.mail() && rule.people().isEmpty() && rule.roles().isEmpty()) {
            faults.add(Fault.of(field + ".people", "", "alert.nobody"));
        }
    }
}
