/** The audit trail. */
package io.quittance.web.audit;
