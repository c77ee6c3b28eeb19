/** Pages of invoices: the list, one invoice, and its editor. */
package io.quittance.web.invoice;
