package io.quittance.autopay;

import io.quittance.customer.CustomerId;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * What a payer agreed to.
 *
 * @param key     our name for it at the gateway
 * @param method  the saved method, once the gateway has told of it
 * @param consent the words that were shown
 * @param channel where they were shown, such as {@code PORTAL}
 * @param notice  how long before each charge the payer was promised to be told
 * @param reason  why it ended; empty while it has not
 */
public record Agreement(AgreementId id, IdempotencyKey key, CustomerId customer, InstallationId installation, PluginId gateway,
        Currency currency, AgreementState state, Optional<Method> method, int textVersion, String consent, String channel,
        NoticeDays notice, Instant agreedAt, Optional<Instant> endedAt, String reason) {

    /** A saved method. @param reference the gateway's name for it @param label as its owner recognises it */
    public record Method(long id, GatewayPaymentId reference, String kind, String label, boolean usable) {
    }

    /** Whether what is due is charged by it. */
    public boolean isUsable() {
        return state == AgreementState.ACTIVE && method.filter(Method::usable).isPresent();
    }
}
