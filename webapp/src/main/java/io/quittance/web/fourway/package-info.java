/** The four-way statement: what invoices, ledger, gateways and bank say of the same days, and what does not agree. */
package io.quittance.web.fourway;
