package io.quittance.delivery;

import io.quittance.access.Actor;
import io.quittance.invoice.InvoiceId;
import io.quittance.tenancy.Tenant;

/** A private link that proved genuine: enter the tenant's scope as this debtor, and nothing else opens. */
public record OpenedLink(Tenant tenant, InvoiceId invoice, Actor.Debtor debtor) {
}
