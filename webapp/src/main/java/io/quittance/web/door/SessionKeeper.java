package io.quittance.web.door;

import io.quittance.identity.OidcSettings;
import io.quittance.identity.SignIn;
import io.quittance.identity.SignInOutcome;
import io.quittance.identity.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a session's tokens fresh. While Keycloak is away a session goes on with what was last verified, for a bounded time
 * ({@link OidcSettings#grace}); once Keycloak says no, it is over at once.
 */
@ApplicationScoped
public class SessionKeeper {

    /** How long before its end an access token is renewed. */
    private static final Duration AHEAD = Duration.ofSeconds(30);
    private static final Duration LEAVE_ALONE = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(SessionKeeper.class);

    @Inject
    SignIn signIn;

    @Inject
    OidcSettings settings;

    @Inject
    Clock clock;

    /** How a session stands. */
    enum Standing {
        GOOD,
        /** Keycloak ended it, or its person is no longer what the token said. */
        ENDED,
        /** Keycloak is away for longer than a session may go on without it. */
        UNCERTAIN
    }

    Standing check(SignedInSession session) {
        return isDue(session) ? renew(session, false) : Standing.GOOD;
    }

    /** Renews now, so that roles granted or taken a moment ago count. */
    Standing checkNow(SignedInSession session) {
        return renew(session, true);
    }

    private boolean isDue(SignedInSession session) {
        return !clock.instant().isBefore(session.tokens().verified().expiresAt().minus(AHEAD));
    }

    private Standing renew(SignedInSession session, boolean evenIfFresh) {
        Tokens before = session.tokens();
        session.refreshing().lock();
        try {
            boolean renewedByAnother = session.tokens() != before;
            if (renewedByAnother || !evenIfFresh && !isDue(session)) {
                return Standing.GOOD;
            }
            if (clock.instant().isBefore(session.askAgainAt())) {
                return withoutKeycloak(session);
            }
            return switch (signIn.refresh(session.tokens())) {
                case SignInOutcome.SignedIn(Tokens next) when next.verified().subject().equals(before.verified().subject()) -> {
                    session.renew(next);
                    yield Standing.GOOD;
                }
                case SignInOutcome.Unavailable(String reason) -> {
                    LOG.warn("a session goes on without Keycloak: {}", reason);
                    session.askAgainAt(clock.instant().plus(LEAVE_ALONE));
                    yield withoutKeycloak(session);
                }
                case SignInOutcome.Refused(String reason) -> {
                    LOG.info("session of {} ended: {}", before.verified().subject(), reason);
                    yield Standing.ENDED;
                }
                default -> Standing.ENDED;
            };
        } finally {
            session.refreshing().unlock();
        }
    }

    private Standing withoutKeycloak(SignedInSession session) {
        Instant end = session.tokens().verified().expiresAt().plus(settings.grace());
        return clock.instant().isBefore(end) ? Standing.GOOD : Standing.UNCERTAIN;
    }
}
