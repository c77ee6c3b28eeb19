package io.quittance.web.door;

import io.quittance.identity.PendingSignIn;
import io.quittance.identity.SignIn;
import io.quittance.identity.SignInOutcome;
import io.quittance.identity.Tokens;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /signin?to=/path} sends a browser to Keycloak; {@code /signin/callback} takes it back. */
@WebServlet({"/signin", "/signin/callback"})
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SignInServlet.class);
    private static final Duration ANONYMOUS = Duration.ofMinutes(10);
    private static final Duration IDLE = Duration.ofMinutes(30);

    @Inject
    transient SignIn signIn;

    @Inject
    transient Notices notices;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        if (request.getServletPath().endsWith("/callback")) {
            complete(request, response);
        } else {
            begin(request, response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) {
        String target = ReturnPath.of(request.getParameter("to"));
        switch (signIn.begin(target, Languages.of(request))) {
            case SignInOutcome.Begun(URI location, PendingSignIn pending) -> {
                HttpSession session = request.getSession();
                if (SignedInSession.of(request).isEmpty()) {
                    session.setMaxInactiveInterval((int) ANONYMOUS.toSeconds());
                }
                PendingSignIns.of(session).add(pending);
                Notices.redirect(response, location.toString());
            }
            case SignInOutcome.Unavailable(String reason) -> {
                LOG.warn("nobody can sign in: {}", reason);
                notices.signInUnavailable(request, response);
            }
            default -> notices.signInFailed(request, response);
        }
    }

    private void complete(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        String state = request.getParameter("state");
        Optional<PendingSignIn> pending = session == null || state == null
                ? Optional.empty()
                : PendingSignIns.of(session).take(state, clock.instant());
        if (pending.isEmpty()) {
            notices.signInFailed(request, response);
            return;
        }
        switch (signIn.complete(request.getQueryString(), pending.get())) {
            case SignInOutcome.SignedIn(Tokens tokens) -> {
                request.changeSessionId();
                session.setMaxInactiveInterval((int) IDLE.toSeconds());
                new SignedInSession(tokens).keepIn(session);
                Notices.redirect(response, request.getContextPath() + pending.get().returnTo());
            }
            case SignInOutcome.Unavailable(String reason) -> {
                LOG.warn("a sign-in could not be completed: {}", reason);
                notices.signInUnavailable(request, response);
            }
            case SignInOutcome.Refused(String reason) -> {
                LOG.info("a sign-in was refused: {}", reason);
                notices.signInFailed(request, response);
            }
            case SignInOutcome.Begun begun -> notices.signInFailed(request, response);
        }
    }
}
