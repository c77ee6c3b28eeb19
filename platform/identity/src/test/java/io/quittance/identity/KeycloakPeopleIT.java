package io.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.signup.Person;
import io.quittance.signup.PersonOutcome;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantId;
import io.quittance.tenancy.TenantStatus;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People and organisations on a real Keycloak. */
@Tag("deep")
class KeycloakPeopleIT {

    private static final String PASSWORD = "correct horse battery";
    private static final TestRealm REALM = TestRealm.shared();
    private static long last = System.nanoTime();

    private final KeycloakPeople people = REALM.people();

    @Test
    void an_account_is_made_once_and_keeps_its_password() {
        String email = newEmail();
        assertThat(people.isKnown(email)).isFalse();

        assertThat(people.ensurePerson(person(email), PASSWORD)).isEqualTo(new PersonOutcome.Ready(true));
        assertThat(people.ensurePerson(person(email), "another password")).isEqualTo(new PersonOutcome.Ready(false));

        assertThat(people.isKnown(email)).isTrue();
        assertThat(REALM.passwordGrant(email, PASSWORD, "openid")).isPresent();
        assertThat(REALM.passwordGrant(email, "another password", "openid")).isEmpty();
    }

    @Test
    void a_weak_password_is_refused_with_the_reason_and_makes_no_account() {
        String email = newEmail();
        assertThat(people.ensurePerson(person(email), "short")).isInstanceOf(PersonOutcome.PasswordRefused.class);
        assertThat(people.isKnown(email)).isFalse();
    }

    @Test
    void an_organisation_is_made_once_with_its_groups() {
        Tenant tenant = tenant();
        String organisation = people.ensureOrganisation(tenant);
        assertThat(organisation).isNotBlank();
        assertThat(people.ensureOrganisation(tenant)).isEqualTo(organisation);
    }

    @Test
    void another_tenants_organisation_is_never_taken_over() {
        Tenant tenant = tenant();
        people.ensureOrganisation(tenant);
        Tenant thief = new Tenant(new TenantId(tenant.id().value() + 1), tenant.slug(), "Thief", TenantStatus.PROVISIONING, "DE",
                tenant.currency(), tenant.zone(), tenant.language(), "wholesaler", "");
        assertThatThrownBy(() -> people.ensureOrganisation(thief)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_person_has_in_each_organisation_the_roles_of_that_organisation() {
        String email = newEmail();
        people.ensurePerson(person(email), PASSWORD);
        Tenant alpha = tenant();
        Tenant beta = tenant();
        String first = people.ensureOrganisation(alpha);
        String second = people.ensureOrganisation(beta);
        people.enrol(first, email, "accountant");
        people.enrol(first, email, "accountant");
        people.enrol(second, email, "owner");

        VerifiedToken token = REALM.verify(REALM.passwordGrant(email, PASSWORD, "openid organization:*").orElseThrow());

        assertThat(token.email()).isEqualTo(email);
        assertThat(token.memberships()).containsExactlyInAnyOrder(
                new Membership(first, alpha.slug(), Set.of("accountant")),
                new Membership(second, beta.slug(), Set.of("owner")));
        assertThat(people.members(first)).singleElement().satisfies(member -> {
            assertThat(member.email()).isEqualTo(email);
            assertThat(member.roles()).containsExactly("accountant");
        });
    }

    @Test
    void nobody_is_enrolled_who_has_no_account() {
        String organisation = people.ensureOrganisation(tenant());
        assertThatThrownBy(() -> people.enrol(organisation, newEmail(), "owner")).isInstanceOf(IllegalStateException.class);
    }

    private static Person person(String email) {
        return new Person(email, "Anna", "Ader", Locale.GERMAN);
    }

    private static String newEmail() {
        return "anna" + Long.toString(++last, Character.MAX_RADIX) + "@example.org";
    }

    private static Tenant tenant() {
        long id = ++last;
        return new Tenant(new TenantId(id), "t" + Long.toString(id, Character.MAX_RADIX), "Müller & Söhne", TenantStatus.PROVISIONING, "DE",
                Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), Locale.GERMAN, "wholesaler", "");
    }
}
