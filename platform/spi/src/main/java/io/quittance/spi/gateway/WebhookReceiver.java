package io.quittance.spi.gateway;

/** Capability: reads what the gateway pushes to us. */
public interface WebhookReceiver {

    /**
     * Proves that the delivery comes from the gateway and says what it means. Pure: asks nobody, writes nothing. What has
     * to be asked is answered as a {@link WebhookOutcome.Hint}, for {@link EventLookup}.
     *
     * <p>The signature is checked over the raw bytes, in constant time, before anything is parsed, and only within a
     * tolerance of the call's clock, so that a recorded delivery cannot be played again for ever.
     *
     * <p>A gateway that signs nothing may answer with a {@link WebhookOutcome.Hint} alone, or with none: anybody can have
     * sent it. Since its deliveries about one payment are all alike, each hint then bears a name of its own, by the clock.
     * What names nothing of the gateway's is forged. Since 1.2.0.
     */
    WebhookOutcome receive(WebhookDelivery delivery, GatewayCall call);
}
