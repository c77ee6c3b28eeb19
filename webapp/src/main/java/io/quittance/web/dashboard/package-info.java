/** The dashboard: what is owed, how late, how it is paid; each currency by itself. */
package io.quittance.web.dashboard;
