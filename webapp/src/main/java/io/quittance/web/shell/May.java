package io.quittance.web.shell;

import io.quittance.access.Permission;
import io.quittance.access.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Lets a page leave out what its reader may not do. A courtesy only: the boundary refuses by itself. */
@Named
@ApplicationScoped
public class May {

    @Inject
    Permissions permissions;

    /** @throws IllegalArgumentException when there is no such permission */
    public boolean use(String permission) {
        return permissions.allowed(Permission.valueOf(permission));
    }
}
