/**
 * Proof that the audit trail is what it was: a Merkle tree per tenant over every event, hashed as RFC 9162 says, its heads
 * signed, kept outside of the tenant's database and mailed to the tenant's auditor. The trail leaves the house as one file
 * that anybody can verify without us; the code that verifies it needs no server.
 */
@Feature(name = "proof", uses = {"config", "access", "tenancy", "audit", "notification"})
package io.quittance.proof;

import io.quittance.Feature;
