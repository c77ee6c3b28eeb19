package io.quittance.web.alert;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.alert.boundary.Alerts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Stream;

/** How many alerts a person has not read; asked once for each page. */
@Named("alertBell")
@RequestScoped
public class AlertBellCount {

    @Inject
    Alerts alerts;

    @Inject
    Permissions permissions;

    private Long unread;

    /** Whether there is anything that this person may be told of. */
    public boolean isShown() {
        return Stream.of(Permission.PAYMENT_READ, Permission.RECONCILIATION_READ, Permission.INVOICE_READ).anyMatch(permissions::allowed);
    }

    public long getUnread() {
        if (unread == null) {
            unread = isShown() ? alerts.unread() : 0;
        }
        return unread;
    }
}
