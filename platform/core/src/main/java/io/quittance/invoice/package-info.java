/**
 * Invoices from draft to issued, their claims and how far these are settled. A draft may change; an issued invoice never
 * does: its document, lines and taxes lie in tables that the application's account cannot update. What changes after
 * issue are facts about it: how much is open, whether it was sent, viewed or put on hold.
 */
@Feature(name = "invoice",
        uses = {"config", "access", "tenancy", "audit", "live", "blueprint", "customer", "tax", "catalogue", "ledger",
                "notification", "webhook"})
package io.quittance.invoice;

import io.quittance.Feature;
