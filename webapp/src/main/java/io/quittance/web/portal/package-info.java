/** What the holder of a private link sees: one invoice, what is due, and how to pay it. */
package io.quittance.web.portal;
