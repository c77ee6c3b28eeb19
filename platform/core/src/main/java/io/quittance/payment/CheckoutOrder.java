package io.quittance.payment;

import io.quittance.invoice.InvoiceId;
import io.quittance.plugin.InstallationId;
import io.quittance.spi.money.Money;
import java.net.URI;
import java.util.Locale;

/**
 * A wish to be paid for an invoice on a gateway's hosted page.
 *
 * @param amount    a part or all of what is open
 * @param gateway   one of {@code Plugins.enabled(CHECKOUT)}
 * @param returnUrl where the payer's browser comes back to; coming back proves nothing
 * @param language  to greet the payer in
 */
public record CheckoutOrder(InvoiceId invoice, Money amount, InstallationId gateway, URI returnUrl, Locale language) {
}
