/**
 * Files for the tenant's own bank: direct debits by payers' mandates, and transfers that pay refunds. One person prepares a batch,
 * another releases it; only then the file is written, by a plugin, and kept as it was. What became of the orders is told by
 * statements, which repeat our names for them: what was collected is recorded as payments, what came back opens its claims again.
 */
@Feature(name = "banking", uses = {"config", "access", "tenancy", "audit", "live", "customer", "ledger", "plugin", "invoice", "payment",
        "allocation", "refund", "reconciliation"})
package io.quittance.banking;

import io.quittance.Feature;
