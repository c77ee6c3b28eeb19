package io.quittance.web.door;

import io.quittance.access.Roles;
import io.quittance.identity.Membership;
import io.quittance.identity.TokenOutcome;
import io.quittance.identity.TokenVerifier;
import io.quittance.identity.VerifiedToken;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantStatus;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/**
 * Lets programs in with a bearer token. The token's own organisation says which tenant; where it names several, the header
 * {@code X-Quittance-Tenant} chooses among those and no others. Sessions and cookies open nothing here.
 */
@ApplicationScoped
public class ApiKeeper {

    static final String TENANT_HEADER = "X-Quittance-Tenant";
    private static final String SCHEME = "bearer ";

    @Inject
    TokenVerifier verifier;

    @Inject
    TenantDirectory directory;

    @Inject
    Roles roles;

    @Inject
    Problems problems;

    boolean admit(HttpServletRequest request, HttpServletResponse response) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return problems.unauthorised(response, "", "a bearer token is needed");
        }
        return switch (verifier.verify(header.substring(SCHEME.length()).strip())) {
            case TokenOutcome.Verified(VerifiedToken token) -> admit(token, request, response);
            case TokenOutcome.Refused(String reason) -> problems.unauthorised(response, "invalid_token", reason);
            case TokenOutcome.KeysUnavailable away -> problems.unavailable(response, "tokens cannot be checked at the moment");
        };
    }

    private boolean admit(VerifiedToken token, HttpServletRequest request, HttpServletResponse response) {
        List<Membership> named = token.memberships();
        String wanted = request.getHeader(TENANT_HEADER);
        if (wanted == null && named.size() > 1) {
            return problems.forbidden(response, "the token names several organisations: choose one of them with " + TENANT_HEADER);
        }
        Optional<Membership> membership = named.stream().filter(each -> wanted == null || each.alias().equals(wanted)).findFirst();
        Optional<Tenant> tenant = membership.map(Membership::organisation).flatMap(directory::byOrganisation);
        if (tenant.isEmpty()) {
            return problems.forbidden(response, "the token names no organisation that is a tenant here");
        }
        if (tenant.get().status() != TenantStatus.ACTIVE) {
            return problems.forbidden(response, "the tenant is not active");
        }
        Admission.into(tenant.get(), PageKeeper.person(token, membership.get(), roles)).grant(request);
        return true;
    }
}
