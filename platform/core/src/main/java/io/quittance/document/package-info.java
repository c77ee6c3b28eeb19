/** Invoices, credit notes and statements of account as documents: PDFs made on demand from the frozen figures. */
@Feature(name = "document", uses = {"config", "access", "tenancy", "tax", "customer", "catalogue", "invoice", "credit", "report"})
package io.quittance.document;

import io.quittance.Feature;
