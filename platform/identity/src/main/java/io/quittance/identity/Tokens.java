package io.quittance.identity;

import java.io.Serializable;

/**
 * What a sign-in or a refresh yielded. Stays on this server; browsers only hold a session id.
 *
 * @param refresh good for one use: each refresh answers with the next
 * @param id      kept for signing out at Keycloak
 */
public record Tokens(String access, String refresh, String id, VerifiedToken verified) implements Serializable {

    @Override
    public String toString() {
        return "Tokens[" + verified.subject() + "]";
    }
}
