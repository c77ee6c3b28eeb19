/** Early payment: terms of customers and drafts, what invoices offer, and goodwill. */
package io.quittance.web.discount;
