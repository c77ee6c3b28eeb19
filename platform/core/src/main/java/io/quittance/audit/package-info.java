/**
 * The trail of every material change: who, what, when, before and after. Written in the unit of work of the change
 * itself, into a table in which the application's account can neither update nor delete.
 */
@Feature(name = "audit", uses = {"config", "access", "tenancy"})
package io.quittance.audit;

import io.quittance.Feature;
