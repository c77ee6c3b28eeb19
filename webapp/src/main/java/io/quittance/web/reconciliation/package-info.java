/** Bank statements: upload, what was matched, what differs. */
package io.quittance.web.reconciliation;
