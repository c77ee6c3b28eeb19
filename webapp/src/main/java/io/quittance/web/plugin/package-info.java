/** Pages on which a tenant enables payment gateways. */
package io.quittance.web.plugin;
