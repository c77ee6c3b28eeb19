/** What a business sells: items with a code, a unit, a price per currency and their tax. Invoices copy from it. */
@Feature(name = "catalogue", uses = {"config", "access", "tenancy", "audit", "live", "tax"})
package io.quittance.catalogue;

import io.quittance.Feature;
