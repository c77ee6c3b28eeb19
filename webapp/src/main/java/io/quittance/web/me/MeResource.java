package io.quittance.web.me;

import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.identity.Membership;
import io.quittance.identity.TokenOutcome;
import io.quittance.identity.TokenVerifier;
import io.quittance.tenancy.CurrentTenant;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.boundary.TenantDirectory;
import io.quittance.web.problem.Kind;
import io.quittance.web.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the bearer is, and where a member. */
@RequestScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class MeResource {

    @Inject
    CurrentActor actor;
    @Inject
    CurrentTenant tenant;
    @Inject
    TokenVerifier tokens;
    @Inject
    TenantDirectory directory;

    /** The bearer in the tenant of this call. */
    public record Me(String subject, String name, String email, Set<String> roles, Set<String> permissions, TenantJson tenant) {
    }

    /** A business the bearer belongs to. */
    public record MembershipJson(Set<String> roles, TenantJson tenant) {
    }

    /** A business. */
    public record TenantJson(String id, String slug, String name, String country, String currency, String zone, String language) {

        static TenantJson of(Tenant tenant) {
            return new TenantJson(tenant.id().toString(), tenant.slug(), tenant.name(), tenant.country(),
                    tenant.currency().getCurrencyCode(), tenant.zone().getId(), tenant.language().toLanguageTag());
        }
    }

    @GET
    @Operation(operationId = "whoAmI", summary = "Who the token's bearer is, in which business, and with which permissions")
    @APIResponseSchema(value = Me.class, responseCode = "200", responseDescription = "The bearer")
    public Me me() {
        if (!(actor.get() instanceof Actor.Person person)) {
            throw Refusal.of(Kind.FORBIDDEN);
        }
        Set<String> permissions = new TreeSet<>(person.permissions().stream().map(Permission::name).toList());
        return new Me(person.subject(), person.name(), person.email(), new TreeSet<>(person.roles()), permissions,
                TenantJson.of(tenant.get()));
    }

    @GET
    @Path("tenants")
    @Operation(operationId = "myTenants", summary = "The businesses that the token names its bearer a member of")
    @APIResponseSchema(value = MembershipJson[].class, responseCode = "200", responseDescription = "Memberships by short name")
    public List<MembershipJson> tenants(@Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        String token = authorization.substring(authorization.indexOf(' ') + 1).strip();
        if (!(tokens.verify(token) instanceof TokenOutcome.Verified verified)) {
            throw Refusal.of(Kind.UNAUTHENTICATED);
        }
        return verified.token().memberships().stream()
                .flatMap(membership -> directory.byOrganisation(membership.organisation()).stream()
                        .map(found -> membership(membership, found)))
                .toList();
    }

    private static MembershipJson membership(Membership membership, Tenant found) {
        return new MembershipJson(new TreeSet<>(membership.roles()), TenantJson.of(found));
    }
}
