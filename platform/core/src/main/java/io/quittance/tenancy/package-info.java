/**
 * Tenants, and the walls between them. A tenant is bound once, at the door; from then on every connection is made with
 * that tenant's own database account. Without a tenant there is no connection.
 */
@Feature(name = "tenancy", uses = {"config", "access", "retry"})
package io.quittance.tenancy;

import io.quittance.Feature;
