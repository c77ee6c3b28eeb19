package io.quittance.bankfeed.control;

import io.quittance.bankfeed.ConnectionId;
import io.quittance.spi.bankfeed.Grant;
import io.quittance.tenancy.SecretPlace;
import io.quittance.tenancy.boundary.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** What a feed remembers of a consent, sealed and bound to its row. */
@ApplicationScoped
public class GrantSeal {

    static final String GRANT = "grant_sealed";
    static final String PENDING = "pending_sealed";

    @Inject
    Secrets secrets;

    byte[] seal(ConnectionId id, String column, Grant grant) {
        return secrets.seal(place(id, column), grant.value().getBytes(StandardCharsets.UTF_8));
    }

    Grant open(ConnectionId id, String column, byte[] sealed) {
        return new Grant(new String(secrets.open(place(id, column), sealed), StandardCharsets.UTF_8));
    }

    private static SecretPlace place(ConnectionId id, String column) {
        return new SecretPlace("feed_connection", column, id.toString());
    }
}
