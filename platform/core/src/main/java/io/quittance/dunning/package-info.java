/** Reminds debtors by the tenant's ladder, on civil days of the contract's zone, and stops the moment nothing is open. */
@Feature(name = "dunning",
        uses = {"config", "access", "tenancy", "audit", "live", "blueprint", "customer", "tax", "invoice", "document", "notification",
            "delivery"})
package io.quittance.dunning;

import io.quittance.Feature;
