/** Credit notes and write-offs over REST and in the dialogs of an invoice's page. */
package io.quittance.web.credit;
