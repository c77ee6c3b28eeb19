/**
 * Bank accounts read with their owner's consent: consents given, renewed and given back, accounts chosen, and looked at some times
 * a day. What is read goes through {@link io.quittance.reconciliation.boundary.FedLines}, as if a file had brought it. No unit of
 * work is open while a feed is asked.
 */
@Feature(name = "bankfeed",
        uses = {"config", "access", "tenancy", "audit", "live", "plugin", "notification", "signup", "retry", "reconciliation"})
package io.quittance.bankfeed;

import io.quittance.Feature;
