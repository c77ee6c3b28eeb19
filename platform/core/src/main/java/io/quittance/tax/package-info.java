/** Tax of an invoice: categories as EN 16931 names them, rates by country and day, totals rounded once per category. */
@Feature(name = "tax", uses = {"config"})
package io.quittance.tax;

import io.quittance.Feature;
