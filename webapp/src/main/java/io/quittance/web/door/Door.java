package io.quittance.web.door;

import io.quittance.tenancy.SqlFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application's one authentication mechanism. The container asks it before every request; it asks the keeper of the
 * path's {@link Gate}, who admits the request or answers it.
 */
@ApplicationScoped
public class Door implements HttpAuthenticationMechanism {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    @Inject
    PageKeeper pages;

    @Inject
    ApiKeeper api;

    @Inject
    PortalKeeper portal;

    @Inject
    Readiness readiness;

    @Inject
    Notices notices;

    @Inject
    Problems problems;

    @Inject
    SecurityHeaders headers;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        headers.add(response);
        String path = path(request);
        Gate gate = Gate.of(path);
        if (!readiness.isReady() && !Gate.isOpenBeforeReady(path)) {
            if (gate == Gate.API) {
                problems.unavailable(response, "the service is starting");
            } else {
                notices.starting(request, response);
            }
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (!admit(gate, request, response)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return Admission.of(request)
                .filter(admission -> admission.tenant().isPresent())
                .map(admission -> context.notifyContainerAboutLogin(admission.actor().label(), Set.of()))
                .orElseGet(context::doNothing);
    }

    private boolean admit(Gate gate, HttpServletRequest request, HttpServletResponse response) {
        try {
            return switch (gate) {
                case PUBLIC -> {
                    Admission.visitor().grant(request);
                    yield true;
                }
                case PAGE -> pages.admit(request, response);
                case API -> api.admit(request, response);
                case PORTAL -> portal.admit(request, response);
                case CLOSED -> notices.notFound(request, response);
            };
        } catch (RuntimeException failure) {
            if (!SqlFailure.isPassing(failure)) {
                throw failure;
            }
            LOG.warn("nobody can be let in while the database is away: {}", failure.getMessage());
            return gate == Gate.API ? problems.unavailable(response, "the database is away; nothing was changed")
                    : notices.away(request, response);
        }
    }

    static String path(HttpServletRequest request) {
        String servlet = request.getServletPath();
        String rest = request.getPathInfo();
        String path = rest == null ? servlet : servlet + rest;
        return path.isEmpty() ? "/" : path;
    }
}
