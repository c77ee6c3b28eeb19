package io.quittance.delivery.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.delivery.control.LinkRows;
import io.quittance.delivery.control.LinkTokens;
import io.quittance.invoice.DocumentStatus;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.boundary.InvoiceList;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.util.Optional;

/** The private links of the current tenant, by the units of work they need. Pages use {@link PortalLinks}. */
@Boundary
public class LinkRegister {

    @Inject
    LinkRows rows;
    @Inject
    InvoiceList invoices;
    @Inject
    AuditTrail audit;
    @Inject
    CurrentTenant tenant;

    /** @return the token. @throws IllegalArgumentException when it is no issued invoice of this tenant */
    @Requires(Permission.INVOICE_READ)
    public String make(InvoiceId invoice) {
        boolean issued = invoices.find(invoice).filter(view -> view.row().facts().document() == DocumentStatus.ISSUED).isPresent();
        if (!issued) {
            throw new IllegalArgumentException("invoice " + invoice + " is not issued: there is nothing to link to");
        }
        String token = LinkTokens.make(tenant.get().id());
        rows.add(LinkTokens.hash(token), invoice);
        audit.record("link-made", "invoice", invoice.value(), null, null);
        return token;
    }

    @Requires(Permission.SYSTEM)
    public Optional<InvoiceId> find(String token) {
        return rows.find(LinkTokens.hash(token));
    }

    @Requires(Permission.INVOICE_WRITE)
    public int revoke(InvoiceId invoice) {
        int revoked = rows.revoke(invoice);
        audit.record("links-revoked", "invoice", invoice.value(), null, revoked);
        return revoked;
    }
}
