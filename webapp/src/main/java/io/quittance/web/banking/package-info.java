/** Mandates, and files for the bank, over REST and as pages. */
package io.quittance.web.banking;
