/**
 * The second pair of eyes: what is above the tenant's limit waits as a request until somebody else approves or rejects it.
 * Knows nothing of what is asked for: the feature that asked applies it, once, in the unit of the approval.
 */
@Feature(name = "approval", uses = {"config", "access", "tenancy", "audit", "live"})
package io.quittance.approval;

import io.quittance.Feature;
