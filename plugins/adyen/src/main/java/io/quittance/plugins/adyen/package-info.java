/**
 * Adyen as a gateway: payment links, refunds, disputes, payouts from settlement reports. README.md says against what it is
 * tested.
 */
package io.quittance.plugins.adyen;
