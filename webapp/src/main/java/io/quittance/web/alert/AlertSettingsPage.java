package io.quittance.web.alert;

import io.quittance.Fault;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.access.Roles;
import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertPolicy;
import io.quittance.alert.boundary.Alerts;
import io.quittance.web.shell.Missing;
import io.quittance.web.shell.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Who is told of what. */
@Named("alertSettings")
@ViewScoped
public class AlertSettingsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Alerts alerts;

    @Inject
    transient Roles roles;

    @Inject
    transient Permissions permissions;

    @Inject
    transient Say say;

    private final ArrayList<AlertRuleForm> rules = new ArrayList<>();
    private int mostMails;

    public void open() {
        if (!permissions.allowed(Permission.SETTINGS_READ)) {
            Missing.answer();
            return;
        }
        AlertPolicy policy = alerts.policy();
        mostMails = policy.mostMails();
        rules.clear();
        for (AlertKind kind : AlertKind.values()) {
            rules.add(new AlertRuleForm(kind, policy.of(kind), getRoleNames()));
        }
    }

    public void save() {
        Map<AlertKind, AlertPolicy.Rule> wanted = new EnumMap<>(AlertKind.class);
        boolean readable = true;
        for (int i = 0; i < rules.size(); i++) {
            AlertRuleForm form = rules.get(i);
            if (form.isReadable()) {
                wanted.put(form.getKind(), form.rule());
            } else {
                readable = false;
                say.wrong("alerts:rules:" + i + ":from", say.text("alerts.from.wrong"));
            }
        }
        if (readable) {
            List<Fault> faults = alerts.change(new AlertPolicy(wanted, mostMails));
            if (faults.isEmpty()) {
                say.done("alerts.saved");
            }
            say.faults(faults, this::input);
        }
    }

    /** A fault names the kind and the part of its rule. */
    private String input(String field) {
        int dot = field.indexOf('.');
        String part = field.substring(dot + 1);
        return dot < 0 ? "alerts:mostMails" : "alerts:rules:" + AlertKind.valueOf(field.substring(0, dot)).ordinal() + ":"
                + (part.equals("roles") ? "people" : part);
    }

    public List<String> getRoleNames() {
        return roles.names().stream().sorted().toList();
    }

    public List<AlertRuleForm> getRules() {
        return rules;
    }

    public int getMostMails() {
        return mostMails;
    }

    public void setMostMails(int mostMails) {
        this.mostMails = mostMails;
    }
}
