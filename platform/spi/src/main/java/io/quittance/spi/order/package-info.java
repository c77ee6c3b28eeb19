/**
 * How a system in which orders are kept, for customers or for resources, joins the product.
 *
 * <p>A connector implements {@link io.quittance.spi.order.OrderSource}, may implement {@link io.quittance.spi.order.OrderSink} and
 * {@link io.quittance.spi.gateway.SettingsCheck}, and names itself in {@code META-INF/services/io.quittance.spi.order.OrderSource}.
 * Since 1.4.0.
 *
 * <p>It holds no state of a tenant: settings, HTTP client and clock arrive with each
 * {@link io.quittance.spi.gateway.GatewayCall}, and where to go on is a cursor that the platform keeps. Orders are told as the system
 * has them: nothing is judged and no default filled in. Asked twice for the same, it tells the same.
 */
package io.quittance.spi.order;
