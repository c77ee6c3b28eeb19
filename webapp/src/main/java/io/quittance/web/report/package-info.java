/** Statements of account and tax reports. */
package io.quittance.web.report;
