/**
 * Bank statements against the books: which line is which payout or transfer, what is missing or differs, and which
 * invoices are thereby proven paid. A line is matched by whole references, never by a part of a text.
 */
@Feature(name = "reconciliation",
        uses = {"config", "statement", "access", "tenancy", "audit", "live", "customer", "ledger", "invoice", "payment", "allocation"})
package io.quittance.reconciliation;

import io.quittance.Feature;
