package io.quittance.bankfeed.control;

import io.quittance.LocalText;
import io.quittance.access.Permission;
import io.quittance.access.Roles;
import io.quittance.bankfeed.Connection;
import io.quittance.bankfeed.ConnectionId;
import io.quittance.bankfeed.ConnectionState;
import io.quittance.bankfeed.boundary.BankFeeds;
import io.quittance.notification.Composed;
import io.quittance.notification.OutboxItem;
import io.quittance.notification.OutboxKind;
import io.quittance.notification.boundary.TenantMail;
import io.quittance.signup.Member;
import io.quittance.signup.boundary.Members;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells everybody who may renew a consent how it stands, if it still does. */
abstract class ConsentMail implements OutboxKind {

    private final String kind;
    private final ConnectionState still;

    @Inject
    BankFeeds feeds;
    @Inject
    Members members;
    @Inject
    Roles roles;
    @Inject
    TenantMail mail;
    @Inject
    CurrentTenant tenant;

    /** @param kind its name, also of its template and its button. @param still how the consent has to stand */
    ConsentMail(String kind, ConnectionState still) {
        this.kind = kind;
        this.still = still;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Composed compose(OutboxItem item) {
        Optional<Connection> connection = feeds.find(new ConnectionId(item.subjectId())).filter(found -> found.state() == still);
        List<String> readers = members.all().stream().filter(Member::enabled)
                .filter(member -> roles.permissions(member.roles()).contains(Permission.BANK_FEED_MANAGE)).map(Member::email).toList();
        if (connection.isEmpty() || readers.isEmpty()) {
            return new Composed.Withdrawn(connection.isEmpty() ? "the consent stands otherwise by now" : "nobody may renew it");
        }
        return mail.write(kind, readers, new TenantMail.Button(kind, "/app/reconciliation/banks.xhtml"), values(connection.get()));
    }

    private Map<String, String> values(Connection connection) {
        Tenant current = tenant.get();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("bank", connection.bank());
        connection.consentUntil().ifPresent(until ->
                values.put("until", LocalText.date(until.atZone(current.zone()).toLocalDate(), current.language())));
        return values;
    }
}
