package io.quittance.payment;

import io.quittance.invoice.InvoiceId;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.money.Money;

/**
 * A wish to charge a method that its owner agreed to.
 *
 * @param mandate the gateway's name for the method
 */
public record ChargeOrder(InvoiceId invoice, Money amount, InstallationId installation, PluginId gateway, GatewayPaymentId mandate) {
}
