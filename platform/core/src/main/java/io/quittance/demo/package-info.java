/**
 * Two businesses with two years of history, to look at. A seeded generator writes the files that a business would bring
 * along, and the product's own import reads them, so that whatever is seen went the way of real data. Nothing here runs
 * unless the deployment asks for it.
 */
@Feature(name = "demo", uses = {"config", "access", "tenancy", "signup", "customer", "tax", "plugin", "invoice", "imports",
        "catalogue", "recurring", "reconciliation"})
package io.quittance.demo;

import io.quittance.Feature;
