/**
 * How a payment gateway joins the product.
 *
 * <p>A gateway implements {@link io.quittance.spi.gateway.PaymentGateway} and any of the capabilities
 * {@link io.quittance.spi.gateway.Checkout}, {@link io.quittance.spi.gateway.Refunds},
 * {@link io.quittance.spi.gateway.WebhookReceiver}, {@link io.quittance.spi.gateway.EventLookup},
 * {@link io.quittance.spi.gateway.PaymentInquiry},
 * {@link io.quittance.spi.gateway.PaymentInstruction}, {@link io.quittance.spi.gateway.PayoutSource},
 * {@link io.quittance.spi.gateway.SavedMethods} and {@link io.quittance.spi.gateway.SettingsCheck}, and names itself in
 * {@code META-INF/services/io.quittance.spi.gateway.PaymentGateway}. What it cannot do it does not implement.
 *
 * <p>Rules for every gateway:
 * <ul>
 * <li>It holds no state of a tenant and calls nothing back: settings, HTTP client and clock arrive with each
 *     {@link io.quittance.spi.gateway.GatewayCall}. It is called by many threads at once.
 * <li>An expected "no" is a value, never an exception. An answer it cannot read is
 *     {@link io.quittance.spi.gateway.InDoubt} when money may have moved.
 * <li>Only {@link io.quittance.spi.gateway.NotSent} may be repeated blindly. After a time-out the truth is unknown,
 *     never "failed".
 * <li>Amounts leave and enter as {@link io.quittance.spi.money.Money}; the gateway's own notion of decimals stays in the plugin.
 * </ul>
 */
package io.quittance.spi.gateway;
