/**
 * Orders, and invoices made elsewhere, however they come in: REST, files, mail, electronic invoices, shops, other systems. Each is
 * kept as received, read into one shape ({@link io.quittance.order.CanonicalOrder}), judged by the rules of its channel and
 * account, and becomes an invoice or waits with its reasons.
 */
@Feature(name = "order",
        uses = {"config", "retry", "xml", "access", "tenancy", "audit", "live", "customer", "tax", "catalogue", "plugin", "invoice",
                "webhook"})
package io.quittance.order;

import io.quittance.Feature;
