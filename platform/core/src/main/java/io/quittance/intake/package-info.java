/**
 * How gateways' news comes in: proven by signature, kept durably before it is acknowledged, applied exactly once in effect
 * whatever the order, or laid among the dead letters with its reason. What got lost on the way is asked after.
 */
@Feature(name = "intake", uses = {"config", "retry", "access", "tenancy", "audit", "live", "customer", "ledger", "plugin", "notification",
        "invoice", "payment", "allocation", "autopay"})
package io.quittance.intake;

import io.quittance.Feature;
