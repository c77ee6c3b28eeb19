package io.quittance.web.door;

import io.quittance.identity.Membership;
import io.quittance.identity.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** A browser's signed-in person: the tokens, and which of the person's organisations is being worked in. */
final class SignedInSession implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = SignedInSession.class.getName();

    /** One refresh at a time: a refresh token is good for one use, and a second use would end the session at Keycloak. */
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Tokens tokens;
    private volatile String organisation;
    private volatile Instant askAgainAt = Instant.MIN;

    SignedInSession(Tokens tokens) {
        this.tokens = tokens;
        this.organisation = memberships().stream().findFirst().map(Membership::organisation).orElse("");
    }

    static Optional<SignedInSession> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        try {
            return session == null ? Optional.empty() : Optional.ofNullable((SignedInSession) session.getAttribute(ATTRIBUTE));
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }

    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    ReentrantLock refreshing() {
        return refreshing;
    }

    Tokens tokens() {
        return tokens;
    }

    void renew(Tokens next) {
        tokens = next;
        askAgainAt = Instant.MIN;
    }

    /** Keycloak did not answer; it is left alone until then. */
    void askAgainAt(Instant instant) {
        askAgainAt = instant;
    }

    Instant askAgainAt() {
        return askAgainAt;
    }

    List<Membership> memberships() {
        return tokens.verified().memberships().stream().sorted(Comparator.comparing(Membership::alias)).toList();
    }

    /** The membership being worked in; empty when the person has none, or has lost the one chosen. */
    Optional<Membership> active() {
        String chosen = organisation;
        return tokens.verified().memberships().stream().filter(membership -> membership.organisation().equals(chosen)).findFirst();
    }

    /** @return whether the person belongs to a business of that alias, which then is the one being worked in */
    boolean choose(String alias) {
        Optional<Membership> chosen = memberships().stream().filter(membership -> membership.alias().equals(alias)).findFirst();
        chosen.ifPresent(membership -> organisation = membership.organisation());
        return chosen.isPresent();
    }
}
