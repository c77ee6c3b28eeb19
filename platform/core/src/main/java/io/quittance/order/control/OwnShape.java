package io.quittance.order.control;

import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderReader;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what comes by our own API, in our own shape. */
@ApplicationScoped
public class OwnShape implements OrderReader {

    public static final String MEDIA_TYPE = "application/json";

    @Override
    public boolean reads(ChannelAccount account, Payload payload) {
        return account.kind() == ChannelKind.REST && payload.mediaType().equals(MEDIA_TYPE);
    }

    @Override
    public ReadOutcome read(ChannelAccount account, Payload payload) {
        return OrderJsonReader.read(payload.body());
    }
}
