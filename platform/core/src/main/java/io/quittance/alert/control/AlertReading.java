package io.quittance.alert.control;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import io.quittance.alert.AlertKind;
import io.quittance.alert.AlertRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a person may see of the alerts: those about things that the person may see. */
@ApplicationScoped
public class AlertReading {

    @Inject
    AlertStore store;
    @Inject
    Permissions permissions;

    public List<AlertRow> toldBy(String message) {
        return store.toldBy(message);
    }

    public Page<AlertRow> page(int offset, int limit) {
        return store.page(visible(), offset, limit);
    }

    public long unread() {
        return store.unread(visible());
    }

    private Set<AlertKind> visible() {
        Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
        if (permissions.allowed(Permission.PAYMENT_READ)) {
            kinds.addAll(EnumSet.of(AlertKind.LARGE_PAYMENT, AlertKind.DECLINED));
        }
        if (permissions.allowed(Permission.RECONCILIATION_READ)) {
            kinds.add(AlertKind.DISCREPANCY);
        }
        if (permissions.allowed(Permission.INVOICE_READ)) {
            kinds.add(AlertKind.OVERDUE);
        }
        return kinds;
    }
}
