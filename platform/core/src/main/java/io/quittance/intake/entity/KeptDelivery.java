package io.quittance.intake.entity;

import io.quittance.plugin.GatewayRoute;
import io.quittance.tenancy.SecretPlace;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of the inbox. What it carries is sealed under the tenant's key.
 *
 * @param body       what the gateway sent
 * @param events     what the plugin read from it, or what the gateway has yet to be asked; empty when it could not
 * @param correction what a person put in the place of the events
 */
public record KeptDelivery(long id, GatewayRoute route, String deliveryId, byte[] body, Optional<byte[]> events,
        Optional<byte[]> correction, InboxState state, int attempts, String reason, Instant receivedAt) {

    /** Where a column of the row is sealed to. */
    public static SecretPlace place(long id, String column) {
        return new SecretPlace("webhook_inbox", column, Long.toString(id));
    }
}
