/** Invoices and credit notes as documents: PDFs made on demand from the frozen figures. */
@Feature(name = "document", uses = {"config", "access", "tenancy", "tax", "customer", "invoice", "credit"})
package io.quittance.document;

import io.quittance.Feature;
