package io.quittance.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.access.Permission;
import io.quittance.identity.Membership;
import io.quittance.identity.Tokens;
import org.junit.jupiter.api.Test;

class PageKeeperTest {

    private final Exchange exchange = new Exchange("/app/invoices");
    private SessionKeeper.Standing standing = SessionKeeper.Standing.GOOD;

    @Test
    void whoever_is_not_signed_in_is_sent_to_sign_in_and_back() {
        assertThat(admit()).isFalse();
        assertThat(exchange.status).isEqualTo(302);
        assertThat(exchange.responseHeaders).containsEntry("Location", "https://quittance.example/signin?to=%2Fapp%2Finvoices");
    }

    @Test
    void a_partial_request_is_sent_there_by_faces_own_means() {
        exchange.requestHeaders.put("Faces-Request", "partial/ajax");
        assertThat(admit()).isFalse();
        assertThat(exchange.body()).contains("<redirect url=\"https://quittance.example/signin?to=%2Fapp%2Finvoices\">");
    }

    @Test
    void a_member_enters_with_the_roles_of_that_business_alone() {
        signedIn(Fixtures.membership(Fixtures.ALPHA, "viewer"), Fixtures.membership(Fixtures.BETA, "accountant"));
        assertThat(admit()).isTrue();
        Admission admission = Admission.of(exchange.request).orElseThrow();
        assertThat(admission.tenant()).contains(Fixtures.ALPHA);
        assertThat(admission.actor().may(Permission.CUSTOMER_READ)).isTrue();
        assertThat(admission.actor().may(Permission.INVOICE_READ)).isFalse();
    }

    @Test
    void after_choosing_another_business_that_one_is_entered() {
        SignedInSession session = signedIn(Fixtures.membership(Fixtures.ALPHA, "viewer"), Fixtures.membership(Fixtures.BETA, "accountant"));
        assertThat(session.choose("gone")).isFalse();
        assertThat(session.choose("beta")).isTrue();
        assertThat(admit()).isTrue();
        Admission admission = Admission.of(exchange.request).orElseThrow();
        assertThat(admission.tenant()).contains(Fixtures.BETA);
        assertThat(admission.actor().may(Permission.INVOICE_READ)).isTrue();
    }

    @Test
    void a_session_that_keycloak_ended_ends_here() {
        signedIn(Fixtures.membership(Fixtures.ALPHA, "viewer"));
        standing = SessionKeeper.Standing.ENDED;
        assertThat(admit()).isFalse();
        assertThat(exchange.sessionEnded).isTrue();
        assertThat(exchange.status).isEqualTo(302);
    }

    @Test
    void when_keycloak_is_away_for_too_long_the_page_says_so() {
        signedIn(Fixtures.membership(Fixtures.ALPHA, "viewer"));
        standing = SessionKeeper.Standing.UNCERTAIN;
        assertThat(admit()).isFalse();
        assertNotice(503, "Sign-in is unavailable at the moment");
        assertThat(exchange.sessionEnded).isFalse();
    }

    @Test
    void a_person_of_no_business_is_told_so() {
        signedIn();
        assertThat(admit()).isFalse();
        assertNotice(403, "You belong to no business yet");
    }

    @Test
    void suspended_and_half_made_businesses_say_so() {
        signedIn(Fixtures.membership(Fixtures.GONE, "owner"));
        assertThat(admit()).isFalse();
        assertNotice(403, "This business is suspended");
        signedIn(Fixtures.membership(Fixtures.NEW, "owner"));
        assertThat(admit()).isFalse();
        assertNotice(503, "Your business is being set up");
    }

    private SignedInSession signedIn(Membership... memberships) {
        Tokens tokens = Fixtures.tokens("refresh", memberships);
        SignedInSession session = new SignedInSession(tokens);
        session.keepIn(exchange.session);
        return session;
    }

    private boolean admit() {
        PageKeeper keeper = new PageKeeper();
        keeper.keeper = new SessionKeeper() {

            @Override
            Standing check(SignedInSession session) {
                return standing;
            }
        };
        keeper.directory = Fixtures.directory();
        keeper.roles = Fixtures.roles();
        keeper.notices = Fixtures.notices();
        return keeper.admit(exchange.request, exchange.response);
    }

    private void assertNotice(int status, String title) {
        assertThat(exchange.status).isEqualTo(status);
        assertThat(exchange.body()).contains(title);
        assertThat(Admission.of(exchange.request)).isEmpty();
    }
}
