/** Pages of payments: what came in, where it went, and what still rests unapplied. */
package io.quittance.web.payment;
