package io.quittance.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What an access token says, after its signature, issuer, audience and expiry were found right.
 *
 * @param party the client it was issued to ({@code azp})
 */
public record VerifiedToken(
        String subject,
        String name,
        String email,
        String party,
        Instant expiresAt,
        List<Membership> memberships) implements Serializable {

    public VerifiedToken {
        memberships = List.copyOf(memberships);
    }
}
