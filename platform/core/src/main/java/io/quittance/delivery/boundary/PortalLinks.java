package io.quittance.delivery.boundary;

import io.quittance.delivery.OpenedLink;
import io.quittance.delivery.PortalLink;
import io.quittance.invoice.InvoiceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes private links and opens them. Opening is a door: it happens before any tenant is bound. */
@ApplicationScoped
public class PortalLinks {

    /** A new link to an issued invoice of the current tenant; needs INVOICE_READ. */
    public PortalLink create(InvoiceId invoice) {
        throw new UnsupportedOperationException();
    }

    /** Empty when the token is malformed, unknown, expired or revoked; nobody learns which. */
    public Optional<OpenedLink> open(String token) {
        throw new UnsupportedOperationException();
    }

    /** Makes every link to the invoice worthless; needs INVOICE_WRITE. @return how many */
    public int revokeAll(InvoiceId invoice) {
        throw new UnsupportedOperationException();
    }
}
