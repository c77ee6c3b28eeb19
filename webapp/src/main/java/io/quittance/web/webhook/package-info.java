/** Webhooks to other systems: their endpoints and the log of what these were told. */
package io.quittance.web.webhook;
