/** Who owes us: the customers of a tenant, with their terms, language and zone. */
@Feature(name = "customer", uses = {"config", "access", "tenancy", "audit", "live", "tax"})
package io.quittance.customer;

import io.quittance.Feature;
