package io.quittance.web.door;

import io.quittance.identity.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** {@code POST /signout} ends the session here and then, by way of the browser, at Keycloak. */
@WebServlet("/signout")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignIn signIn;

    @Inject
    transient OwnOrigin origin;

    @Inject
    transient Notices notices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        if (!origin.sent(request)) {
            notices.notAllowed(request, response);
            return;
        }
        Optional<SignedInSession> signedIn = SignedInSession.of(request);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        Notices.redirect(response, signedIn.map(found -> signIn.signOut(found.tokens()).toString()).orElse(request.getContextPath() + "/"));
    }
}
