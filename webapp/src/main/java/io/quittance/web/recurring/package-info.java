/** Pages and REST of invoices that come again and again. */
package io.quittance.web.recurring;
