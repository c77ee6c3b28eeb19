/** Dead letters: deliveries of gateways that could not be applied. */
package io.quittance.web.intake;
