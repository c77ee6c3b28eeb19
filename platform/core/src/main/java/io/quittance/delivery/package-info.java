/**
 * How an invoice reaches its debtor: mail with the PDF and a private link, and the fact that a human being viewed it. A
 * private link is an unguessable token of which only the hash is kept; it binds the tenant and one invoice.
 */
@Feature(name = "delivery",
        uses = {"config", "access", "tenancy", "audit", "live", "customer", "tax", "invoice", "credit", "document", "notification"})
package io.quittance.delivery;

import io.quittance.Feature;
