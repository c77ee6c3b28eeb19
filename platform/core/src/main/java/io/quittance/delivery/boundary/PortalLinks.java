package io.quittance.delivery.boundary;

import io.quittance.access.Actor;
import io.quittance.config.Configuration;
import io.quittance.delivery.OpenedLink;
import io.quittance.delivery.PortalLink;
import io.quittance.delivery.control.LinkTokens;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Makes private links and opens them. Opening is a door: it happens before any tenant is bound. */
@ApplicationScoped
public class PortalLinks {

    /** Below the base URL; the token follows. */
    public static final String PATH = "/p/";

    private static final Actor DOOR = new Actor.Job("portal-door");

    @Inject
    LinkRegister register;
    @Inject
    TenantDirectory directory;
    @Inject
    Configuration configuration;

    /** A new link to an issued invoice of the current tenant; needs INVOICE_READ. */
    public PortalLink create(InvoiceId invoice) {
        String token = register.make(invoice);
        return new PortalLink(token, configuration.baseUrl() + PATH + token);
    }

    /** Empty when the token is malformed, unknown, expired or revoked; nobody learns which. */
    public Optional<OpenedLink> open(String token) {
        return LinkTokens.tenant(token)
                .flatMap(directory::find)
                .filter(tenant -> tenant.status() == TenantStatus.ACTIVE)
                .flatMap(tenant -> opened(tenant, token));
    }

    /** Makes every link to the invoice worthless; needs INVOICE_WRITE. @return how many */
    public int revokeAll(InvoiceId invoice) {
        return register.revoke(invoice);
    }

    private Optional<OpenedLink> opened(Tenant tenant, String token) {
        Optional<InvoiceId> invoice = TenantScope.call(tenant, DOOR, () -> register.find(token));
        return invoice.map(id -> new OpenedLink(tenant, id, new Actor.Debtor(id.value())));
    }
}
