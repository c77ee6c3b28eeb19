package io.quittance.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * {@code POST /signin/switch} with {@code business=alias}: works in another business of the person's from now on. The tokens
 * are renewed first, so that memberships and roles are as they are now, and the session gets a new id.
 */
@WebServlet("/signin/switch")
public class SwitchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SessionKeeper keeper;

    @Inject
    transient OwnOrigin origin;

    @Inject
    transient Notices notices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Optional<SignedInSession> session = SignedInSession.of(request);
        if (!origin.sent(request)) {
            notices.notAllowed(request, response);
        } else if (session.isEmpty() || keeper.checkNow(session.get()) == SessionKeeper.Standing.ENDED) {
            Notices.redirect(response, request.getContextPath() + "/signin");
        } else if (!session.get().choose(String.valueOf(request.getParameter("business")))) {
            notices.notAllowed(request, response);
        } else {
            request.changeSessionId();
            Notices.redirect(response, request.getContextPath() + ReturnPath.of(request.getParameter("to")));
        }
    }
}
