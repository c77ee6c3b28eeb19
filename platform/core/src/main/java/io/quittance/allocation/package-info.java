/**
 * Which payment pays what. The rules are pure; each share is a row with the rule's version and reason, undone only by a
 * row that takes it back; what nothing can take rests in unapplied cash with its owner and age.
 */
@Feature(name = "allocation",
        uses = {"config", "access", "tenancy", "idempotency", "audit", "live", "customer", "tax", "ledger", "plugin", "invoice", "approval",
            "writeoff", "payment"})
package io.quittance.allocation;

import io.quittance.Feature;
