package io.quittance.bankfeed.control;

import io.quittance.LocalText;
import io.quittance.access.Permission;
import io.quittance.access.Roles;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.ConnectionState;
import io.quittance.bankfeed.boundary.BankFeeds;
import io.quittance.config.Configuration;
import io.quittance.config.DataFiles;
import io.quittance.notification.Composed;
import io.quittance.notification.Mail;
import io.quittance.notification.MessageParts;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.boundary.Messages;
import io.quittance.signup.Member;
import io.quittance.signup.boundary.Members;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells everybody who may renew a consent that it ends, or has ended. */
@ApplicationScoped
public class ConsentMail {

    /** It ends soon. */
    public static final String ENDS = "bank-consent-ends";
    /** It has ended. */
    public static final String OVER = "bank-consent-over";

    @Inject
    BankFeeds feeds;
    @Inject
    Members members;
    @Inject
    Roles roles;
    @Inject
    Messages messages;
    @Inject
    Configuration configuration;
    @Inject
    DataFiles files;
    @Inject
    CurrentTenant tenant;

    Composed compose(String kind, OutboxItem item) {
        ConnectionState still = kind.equals(ENDS) ? ConnectionState.CONNECTED : ConnectionState.EXPIRED;
        Optional<Connection> connection = feeds.find(new ConnectionId(item.subjectId())).filter(found -> found.state() == still);
        List<String> readers = members.all().stream().filter(Member::enabled)
                .filter(member -> roles.permissions(member.roles()).contains(Permission.BANK_FEED_MANAGE)).map(Member::email).toList();
        if (connection.isEmpty() || readers.isEmpty()) {
            return new Composed.Withdrawn(connection.isEmpty() ? "the consent stands otherwise by now" : "nobody may renew it");
        }
        Tenant current = tenant.get();
        MessageParts parts = messages.render(kind, current.language(), current.name(), values(kind, current, connection.get()));
        return new Composed.Ready(new Mail(current.name(), "", readers, current.language(), parts.subject(), parts.text(), parts.html(),
                List.of()));
    }

    private Map<String, String> values(String kind, Tenant current, Connection connection) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("business", current.name());
        values.put("bank", connection.bank());
        connection.consentUntil().ifPresent(until ->
                values.put("until", LocalText.date(until.atZone(current.zone()).toLocalDate(), current.language())));
        values.put("link", configuration.required("quittance.base.url").replaceFirst("/$", "") + "/app/reconciliation/banks.xhtml");
        Map<String, String> label = files.yaml("messages/labels.yaml", LabelFile.class).labels().get(kind);
        values.put("linkText", label.getOrDefault(current.language().getLanguage(), label.get("en")));
        return values;
    }

    /** The file's shape. */
    record LabelFile(Map<String, Map<String, String>> labels) {
    }
}
