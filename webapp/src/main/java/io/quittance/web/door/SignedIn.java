package io.quittance.web.door;

import io.quittance.identity.Membership;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.boundary.TenantDirectory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is looking at a page, for its header: {@code #{me.name}}. Says nothing about what they may do: boundaries decide that. */
@Named("me")
@RequestScoped
public class SignedIn {

    @Inject
    HttpServletRequest request;

    @Inject
    TenantDirectory directory;

    /** A business the person belongs to. */
    public record Business(String alias, String name, Set<String> roles, boolean active) {
    }

    public boolean isSignedIn() {
        return session().isPresent();
    }

    public String getName() {
        return session().map(session -> session.tokens().verified().name()).orElse("");
    }

    public String getEmail() {
        return session().map(session -> session.tokens().verified().email()).orElse("");
    }

    public String getSubject() {
        return session().map(session -> session.tokens().verified().subject()).orElse("");
    }

    /** The business being worked in; null when there is none. */
    public Business getBusiness() {
        return getBusinesses().stream().filter(Business::active).findFirst().orElse(null);
    }

    /** All businesses of the person that are tenants here. */
    public List<Business> getBusinesses() {
        Optional<String> chosen = session().flatMap(SignedInSession::active).map(Membership::organisation);
        return session().map(SignedInSession::memberships).orElse(List.of()).stream()
                .flatMap(membership -> directory.byOrganisation(membership.organisation()).stream()
                        .map(tenant -> business(membership, tenant, chosen)))
                .toList();
    }

    private static Business business(Membership membership, Tenant tenant, Optional<String> chosen) {
        return new Business(membership.alias(), tenant.name(), membership.roles(),
                chosen.filter(membership.organisation()::equals).isPresent());
    }

    private Optional<SignedInSession> session() {
        return SignedInSession.of(request);
    }
}
