package io.quittance.alert.control;

import io.quittance.LocalText;
import io.quittance.alert.AlertPolicy;
import io.quittance.alert.AlertRow;
import io.quittance.alert.boundary.AlertRun;
import io.quittance.config.Configuration;
import io.quittance.config.DataFiles;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.Messages;
import io.quittance.signup.Member;
import io.quittance.signup.boundary.Members;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
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
    Messages messages;
    @Inject
    Configuration configuration;
    @Inject
    DataFiles files;
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
        Tenant current = tenant.get();
        MessageParts parts = messages.render(kind(), current.language(), current.name(), values(current, told));
        return new Composed.Ready(new Mail(current.name(), "", List.copyOf(addresses), current.language(), parts.subject(), parts.text(),
                parts.html(), List.of()));
    }

    @Override
    public void sent(OutboxItem item, Mail mail) {
        // the outbox tells it
    }

    private Map<String, String> values(Tenant current, List<AlertRow> told) {
        Map<String, Map<String, String>> labels = files.yaml("messages/labels.yaml", LabelFile.class).labels();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("business", current.name());
        values.put("count", Integer.toString(told.size()));
        values.put("what", in(labels.get("alert-title-" + told.getFirst().kind()), current.language()));
        values.put("list", told.stream().map(row -> line(row, labels, current.language())).collect(Collectors.joining("\n")));
        values.put("link", configuration.required("quittance.base.url").replaceFirst("/$", "") + "/app/alert/list.xhtml");
        values.put("linkText", in(labels.get("alert"), current.language()));
        return values;
    }

    private static String line(AlertRow row, Map<String, Map<String, String>> labels, Locale language) {
        Map<String, String> gap = labels.getOrDefault("alert-gap-" + row.label(), Map.of());
        return in(labels.get("alert-" + row.kind()), language).replace("{0}", gap.isEmpty() ? row.label() : in(gap, language))
                .replace("{1}", LocalText.money(row.amount(), language)).replace("{2}", LocalText.date(row.day(), language));
    }

    private static String in(Map<String, String> texts, Locale language) {
        return texts.getOrDefault(language.getLanguage(), texts.get("en"));
    }

    /** The file's shape. */
    record LabelFile(Map<String, Map<String, String>> labels) {
    }
}
