package io.quittance.notification.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.notification.PlatformMessage;
import io.quittance.tenancy.PlatformBoundary;

/** Mail before or beside any tenant. Joins the caller's platform unit: it is sent if and only if that commits. */
@PlatformBoundary
public class PlatformMail {

    /** A key seen before is ignored; answers whether it was new. */
    @Requires({Permission.SIGN_UP, Permission.PLATFORM_MANAGE})
    public boolean send(PlatformMessage message) {
        throw new UnsupportedOperationException();
    }
}
