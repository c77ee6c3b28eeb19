/**
 * What debtors owe for paying late: statutory interest and a fixed sum, as claims of their own beside the principal, never as
 * lines of an invoice and without value added tax. The law stands in tables with effective dates (tenant-config/legal/interest);
 * what was owed on which day stands in the journal. Interest bears no interest (BGB s. 289).
 */
@Feature(name = "interest",
        uses = {"config", "access", "tenancy", "audit", "live", "customer", "ledger", "invoice", "approval"})
package io.quittance.interest;

import io.quittance.Feature;
