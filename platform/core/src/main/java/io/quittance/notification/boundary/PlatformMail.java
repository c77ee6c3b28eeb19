package io.quittance.notification.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.notification.PlatformMessage;
import io.quittance.notification.control.PlatformMailRows;
import io.quittance.notification.control.PlatformMailWorker;
import io.quittance.tenancy.AfterCommit;
import io.quittance.tenancy.PlatformBoundary;
import jakarta.inject.Inject;

/** Mail before or beside any tenant. Joins the caller's platform unit: it is sent if and only if that commits. */
@PlatformBoundary
public class PlatformMail {

    @Inject
    PlatformMailRows rows;
    @Inject
    PlatformMailWorker worker;
    @Inject
    AfterCommit afterCommit;

    /** A key seen before is ignored; answers whether it was new. */
    @Requires({Permission.SIGN_UP, Permission.PLATFORM_MANAGE})
    public boolean send(PlatformMessage message) {
        boolean added = rows.add(message);
        if (added) {
            afterCommit.run(worker::wake);
        }
        return added;
    }
}
