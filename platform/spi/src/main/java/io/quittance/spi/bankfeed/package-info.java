/**
 * How a bank, or a company that reads banks, joins the product.
 *
 * <p>A feed implements {@link io.quittance.spi.bankfeed.BankFeed}, may implement
 * {@link io.quittance.spi.gateway.SettingsCheck}, and names itself in
 * {@code META-INF/services/io.quittance.spi.bankfeed.BankFeed}. Since 1.3.0.
 *
 * <p>Rules for every feed:
 * <ul>
 * <li>It holds no state of a tenant: settings, HTTP client and clock arrive with each
 *     {@link io.quittance.spi.gateway.GatewayCall}, and what it has to remember of a consent is a
 *     {@link io.quittance.spi.bankfeed.Grant}, which the platform seals and hands back.
 * <li>An expected "no" is a value, never an exception; see {@link io.quittance.spi.bankfeed.FeedAnswer}.
 * <li>It reads. No method of it moves money.
 * <li>Amounts are exact, positive when money came in; whatever cannot be read makes the whole page unreadable.
 * </ul>
 */
package io.quittance.spi.bankfeed;
