package io.quittance.intake.boundary;

import io.quittance.intake.ReceiveOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The door for gateways. Needs neither tenant nor actor: the address proposes the tenant, the signature proves it. */
@ApplicationScoped
public class WebhookIntake {

    /** Longest body that is read, in bytes. */
    public static final int LONGEST_BODY = 256 * 1024;

    /**
     * Takes a delivery. Once this has answered {@code Accepted}, the delivery survives any crash.
     *
     * @param installation the token in the address
     * @param headers      by name
     * @param body         the raw bytes, read up to {@link #LONGEST_BODY} + 1
     */
    public ReceiveOutcome receive(String installation, Map<String, List<String>> headers, byte[] body) {
        throw new UnsupportedOperationException();
    }
}
