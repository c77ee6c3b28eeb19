package io.quittance.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Actor;
import io.quittance.access.Permission;
import io.quittance.identity.Membership;
import io.quittance.identity.RealmKeys;
import io.quittance.identity.TokenOutcome;
import io.quittance.identity.TokenVerifier;
import io.quittance.identity.VerifiedToken;
import io.quittance.tenancy.Tenant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeeperTest {

    private static final VerifiedToken ONE = Fixtures.token(Fixtures.membership(Fixtures.ALPHA, "accountant"));
    private static final VerifiedToken TWO = Fixtures.token(
            Fixtures.membership(Fixtures.ALPHA, "accountant"), Fixtures.membership(Fixtures.BETA, "viewer"));

    private final Exchange exchange = new Exchange("/api/v1/invoices");

    @Test
    void without_a_token_nobody_is_let_in() {
        assertThat(admit(new TokenOutcome.Verified(ONE))).isFalse();
        assertProblem(401, "unauthenticated");
        assertThat(exchange.responseHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"quittance\"");
    }

    @Test
    void other_schemes_are_no_token() {
        exchange.requestHeaders.put("Authorization", "Basic YTpi");
        assertThat(admit(new TokenOutcome.Verified(ONE))).isFalse();
        assertProblem(401, "unauthenticated");
    }

    @Test
    void a_refused_token_is_refused() {
        bearer();
        assertThat(admit(new TokenOutcome.Refused("expired"))).isFalse();
        assertProblem(401, "unauthenticated");
        assertThat(exchange.responseHeaders.get("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void a_token_that_cannot_be_checked_is_not_believed() {
        bearer();
        assertThat(admit(new TokenOutcome.KeysUnavailable())).isFalse();
        assertProblem(503, "unavailable");
    }

    @Test
    void the_tokens_only_organisation_is_the_tenant_and_its_roles_the_permissions() {
        bearer();
        assertThat(admit(new TokenOutcome.Verified(ONE))).isTrue();
        assertAdmitted(Fixtures.ALPHA, Permission.INVOICE_READ, Permission.CUSTOMER_READ);
    }

    @Test
    void of_several_organisations_the_header_chooses_one() {
        bearer();
        exchange.requestHeaders.put(ApiKeeper.TENANT_HEADER, "beta");
        assertThat(admit(new TokenOutcome.Verified(TWO))).isTrue();
        assertAdmitted(Fixtures.BETA, Permission.CUSTOMER_READ, Permission.INVOICE_READ);
    }

    @Test
    void several_organisations_without_a_choice_are_refused() {
        bearer();
        assertThat(admit(new TokenOutcome.Verified(TWO))).isFalse();
        assertProblem(403, "forbidden");
    }

    @Test
    void the_header_never_opens_a_tenant_that_the_token_does_not_name() {
        bearer();
        exchange.requestHeaders.put(ApiKeeper.TENANT_HEADER, "beta");
        assertThat(admit(new TokenOutcome.Verified(ONE))).isFalse();
        assertProblem(403, "forbidden");
    }

    @Test
    void an_organisation_that_is_no_tenant_is_refused() {
        bearer();
        VerifiedToken foreign = Fixtures.token(Fixtures.membership(
                Fixtures.tenant(9, "elsewhere", Fixtures.ALPHA.status()), "owner"));
        assertThat(admit(new TokenOutcome.Verified(foreign))).isFalse();
        assertProblem(403, "forbidden");
    }

    @Test
    void the_alias_in_a_token_counts_for_nothing_where_the_id_is_another() {
        bearer();
        VerifiedToken disguised = Fixtures.token(new Membership("org-elsewhere", "alpha", Set.of("owner")));
        assertThat(admit(new TokenOutcome.Verified(disguised))).isFalse();
        assertProblem(403, "forbidden");
    }

    @Test
    void a_token_without_organisation_is_refused() {
        bearer();
        assertThat(admit(new TokenOutcome.Verified(Fixtures.token()))).isFalse();
        assertProblem(403, "forbidden");
    }

    @Test
    void suspended_and_half_made_tenants_are_closed() {
        bearer();
        assertThat(admit(new TokenOutcome.Verified(Fixtures.token(Fixtures.membership(Fixtures.GONE, "owner"))))).isFalse();
        assertProblem(403, "forbidden");
        assertThat(admit(new TokenOutcome.Verified(Fixtures.token(Fixtures.membership(Fixtures.NEW, "owner"))))).isFalse();
        assertProblem(403, "forbidden");
    }

    private void bearer() {
        exchange.requestHeaders.put("Authorization", "Bearer token");
    }

    private boolean admit(TokenOutcome outcome) {
        ApiKeeper keeper = new ApiKeeper();
        keeper.verifier = new TokenVerifier(null, (RealmKeys) null, null) {

            @Override
            public TokenOutcome verify(String token) {
                return outcome;
            }
        };
        keeper.directory = Fixtures.directory();
        keeper.roles = Fixtures.roles();
        keeper.problems = Fixtures.problems();
        return keeper.admit(exchange.request, exchange.response);
    }

    private void assertProblem(int status, String code) {
        assertThat(exchange.status).isEqualTo(status);
        assertThat(exchange.responseHeaders).containsEntry("Content-Type", "application/problem+json");
        assertThat(exchange.body()).contains("urn:quittance:problem:" + code);
        assertThat(Admission.of(exchange.request)).isEmpty();
    }

    private void assertAdmitted(Tenant tenant, Permission granted, Permission notGranted) {
        Admission admission = Admission.of(exchange.request).orElseThrow();
        assertThat(admission.tenant()).contains(tenant);
        assertThat(admission.actor()).isInstanceOf(Actor.Person.class);
        assertThat(admission.actor().may(granted)).isTrue();
        assertThat(admission.actor().may(notGranted)).isFalse();
    }
}
