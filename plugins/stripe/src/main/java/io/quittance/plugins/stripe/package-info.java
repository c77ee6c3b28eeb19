/**
 * Stripe as a gateway: hosted Checkout pages, saved methods, refunds, disputes, payouts. Talks to Stripe's HTTP interface
 * through the platform's client alone; README.md says against what it is tested.
 */
package io.quittance.plugins.stripe;
