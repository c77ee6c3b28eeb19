package io.quittance.identity;

import java.net.URI;

/** What became of a step of a sign-in, or of a refresh. */
public sealed interface SignInOutcome {

    /** The browser is to be sent there; what is pending stays in its session. */
    record Begun(URI location, PendingSignIn pending) implements SignInOutcome {
    }

    record SignedIn(Tokens tokens) implements SignInOutcome {
    }

    /** Keycloak, or our check of what it sent, said no. */
    record Refused(String reason) implements SignInOutcome {
    }

    /** Keycloak cannot be reached now. */
    record Unavailable(String reason) implements SignInOutcome {
    }
}
