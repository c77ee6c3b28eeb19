/**
 * Invoices that come again and again. A schedule says what they say and on which civil days of the tenant they are due;
 * each day of a schedule brings one invoice, once for ever, also after an outage.
 */
@Feature(name = "recurring", uses = {"config", "access", "tenancy", "audit", "live", "customer", "invoice"})
package io.quittance.recurring;

import io.quittance.Feature;
