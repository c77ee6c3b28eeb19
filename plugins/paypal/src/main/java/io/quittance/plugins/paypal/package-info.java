/**
 * PayPal as a gateway: orders approved on PayPal's page, captures, refunds, disputes, withdrawals to the bank. README.md says
 * against what it is tested.
 */
package io.quittance.plugins.paypal;
