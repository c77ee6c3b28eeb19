/** Alerts: the bell in the frame of every page, the list, and who is told of what. */
package io.quittance.web.alert;
