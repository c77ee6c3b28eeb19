/**
 * Crypto-currencies through the tenant's own BTCPay Server: invoices on its hosted page, at the rate of the moment when they were
 * opened. README.md says against what it is tested.
 */
package io.quittance.plugins.btcpay;
