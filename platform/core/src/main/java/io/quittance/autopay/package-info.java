/**
 * Charges what is due by methods that payers agreed to: after a notice, on the due day or after it, never what is contested
 * or held, and never again before the gateway has said what became of the last try. What is refused for good, or too often,
 * goes the way of reminders like any other claim.
 */
@Feature(name = "autopay", uses = {"config", "access", "tenancy", "audit", "live", "customer", "notification", "plugin", "invoice",
        "delivery", "payment"})
package io.quittance.autopay;

import io.quittance.Feature;
