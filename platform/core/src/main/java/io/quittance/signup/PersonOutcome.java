package io.quittance.signup;

/** What became of the wish that somebody have an account. */
public sealed interface PersonOutcome {

    /** @param made false when the account was there before */
    record Ready(boolean made) implements PersonOutcome {
    }

    record PasswordRefused(String reason) implements PersonOutcome {
    }
}
