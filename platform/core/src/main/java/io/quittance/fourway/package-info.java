/**
 * The four-way statement: what invoices say was settled, what the ledger says, what the gateways say they pay out and what the
 * bank says came, held against each other day by day. What does not agree is a gap: typed, explained, kept until later facts
 * close it. The comparison is a pure function of what the four say.
 *
 * <p>Whether a reference is another tenant's is seen by the mark that ends it ({@link io.quittance.tenancy.TenantMark}): no other
 * tenant's database is read, and nothing is kept of whose it is.
 */
@Feature(name = "fourway", uses = {"config", "access", "tenancy", "audit", "live", "customer", "ledger", "invoice", "payment",
        "reconciliation", "webhook"})
package io.quittance.fourway;

import io.quittance.Feature;
