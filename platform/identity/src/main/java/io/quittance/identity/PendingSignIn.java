package io.quittance.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * A sign-in that was begun in one browser and can be completed in that browser only.
 *
 * @param verifier the PKCE secret, sent only from server to server
 * @param returnTo path inside the product to go to afterwards
 */
public record PendingSignIn(String state, String nonce, String verifier, String returnTo, Instant startedAt) implements Serializable {

    @Override
    public String toString() {
        return "PendingSignIn[" + returnTo + "]";
    }
}
