/** The invoice as a document: a PDF made on demand from the frozen figures. */
@Feature(name = "document", uses = {"config", "access", "tenancy", "tax", "customer", "invoice"})
package io.quittance.document;

import io.quittance.Feature;
