/** Reports for customers and tax, drawn from the journal: whatever stands in them is in the books, to the cent. */
@Feature(name = "report", uses = {"config", "access", "tenancy", "customer", "tax", "ledger", "invoice"})
package io.quittance.report;

import io.quittance.Feature;
