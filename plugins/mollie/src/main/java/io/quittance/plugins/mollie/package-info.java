/**
 * Mollie as a gateway: hosted payment pages, mandates, refunds, chargebacks, settlements. README.md says against what it is
 * tested.
 */
package io.quittance.plugins.mollie;
