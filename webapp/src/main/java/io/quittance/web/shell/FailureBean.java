package io.quittance.web.shell;

import io.quittance.tenancy.SqlFailure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What the page for failures says: it makes a difference to a person whether to try again or to wait for us. */
@Named("failure")
@RequestScoped
public class FailureBean {

    @Inject
    HttpServletRequest request;

    /** Key of a text. @param part {@code title} or {@code text} */
    public String text(String part) {
        return (isPassing() ? "error.away." : "error.failure.") + part;
    }

    private boolean isPassing() {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure && SqlFailure.isPassing(failure);
    }
}
