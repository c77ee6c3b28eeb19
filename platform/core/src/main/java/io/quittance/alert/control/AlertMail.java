package io.quittance.alert.control;

import io.quittance.LocalText;
import io.quittance.alert.AlertPolicy;
import io.quittance.alert.AlertRow;
import io.quittance.alert.boundary.AlertRun;
import io.quittance.notification.Composed;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.Labels;
import io.quittance.notification.boundary.TenantMail;
import io.quittance.signup.Member;
import io.quittance.signup.boundary.Members;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells our own people by mail; who they are is asked when it leaves. */
abstract class AlertMail implements OutboxKind {

    @Inject
    AlertRun alerts;
    @Inject
    Members members;
    @Inject
    TenantMail mail;
    @Inject
    Labels labels;
    @Inject
    CurrentTenant tenant;

    @Override
    public Composed compose(OutboxItem item) {
        List<AlertRow> told = alerts.toldBy(item.payload().get("key"));
        if (told.isEmpty()) {
            return new Composed.Withdrawn("there is nothing to tell");
        }
        AlertPolicy.Rule rule = alerts.policy().of(told.getFirst().kind());
        Set<String> addresses = new TreeSet<>(rule.people());
        if (!rule.roles().isEmpty()) {
            members.all().stream().filter(Member::enabled).filter(member -> member.roles().stream().anyMatch(rule.roles()::contains))
                    .map(Member::email).forEach(addresses::add);
        }
        if (!rule.mail() || addresses.isEmpty()) {
            return new Composed.Withdrawn("nobody is to be told by mail any more");
        }
        Locale language = tenant.get().language();
        return mail.write(kind(), List.copyOf(addresses), new TenantMail.Button("alert", "/app/alert/list.xhtml"),
                Map.of("count", Integer.toString(told.size()), "what", labels.get("alert-title-" + told.getFirst().kind(), language),
                        "list", told.stream().map(row -> line(row, language)).collect(Collectors.joining("\n"))));
    }

    private String line(AlertRow row, Locale language) {
        return labels.get("alert-" + row.kind(), language)
                .replace("{0}", labels.find("alert-gap-" + row.label(), language).orElse(row.label()))
                .replace("{1}", LocalText.money(row.amount(), language)).replace("{2}", LocalText.date(row.day(), language));
    }
}
