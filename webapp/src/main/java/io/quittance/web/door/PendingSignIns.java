package io.quittance.web.door;

import io.quittance.identity.PendingSignIn;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sign-ins a browser has begun: a few at most, each good for one answer within ten minutes. */
final class PendingSignIns implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = PendingSignIns.class.getName();
    private static final int MOST = 8;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ArrayList<PendingSignIn> pending = new ArrayList<>();

    static PendingSignIns of(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof PendingSignIns found) {
            return found;
        }
        PendingSignIns fresh = new PendingSignIns();
        session.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    synchronized void add(PendingSignIn signIn) {
        while (pending.size() >= MOST) {
            pending.removeFirst();
        }
        pending.add(signIn);
    }

    /** Takes what belongs to the state; a second answer with the same state finds nothing. */
    synchronized Optional<PendingSignIn> take(String state, Instant now) {
        List<PendingSignIn> found = pending.stream().filter(signIn -> signIn.state().equals(state)).toList();
        pending.removeAll(found);
        return found.stream().filter(signIn -> signIn.startedAt().plus(LONGEST).isAfter(now)).findFirst();
    }
}
