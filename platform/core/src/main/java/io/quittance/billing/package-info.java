/**
 * Billing runs: many drafts issued in groups, a transaction each. A run is durable: what a group did is committed together
 * with the progress that tells of it, so that a run goes on where it stood, whatever was killed.
 */
@Feature(name = "billing", uses = {"config", "access", "tenancy", "audit", "live", "customer", "invoice"})
package io.quittance.billing;

import io.quittance.Feature;
