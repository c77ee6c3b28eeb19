/**
 * People and their organisations, as Keycloak knows them: sign-in by authorisation code with PKCE, checks of tokens, and the
 * administration of organisations. Whoever is let in, and into which tenant, is read from verified tokens only.
 */
@Feature(name = "identity", uses = {"config", "access", "tenancy", "signup"}, exposes = {})
package io.quittance.identity;

import io.quittance.Feature;
