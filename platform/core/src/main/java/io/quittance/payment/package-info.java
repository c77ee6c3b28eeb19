/**
 * Payments: the money that customers sent, as gateways and our own people report it, and the attempts to be paid through
 * a gateway. A payment's state only ever moves forward: what arrives late, twice or out of order changes nothing that
 * a later fact has settled.
 */
@Feature(name = "payment", uses = {"config", "retry", "access", "tenancy", "audit", "live", "customer", "ledger", "plugin", "invoice",
        "webhook"})
package io.quittance.payment;

import io.quittance.Feature;
