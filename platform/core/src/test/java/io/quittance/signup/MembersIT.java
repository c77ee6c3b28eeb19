package io.quittance.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Roles;
import io.quittance.signup.boundary.Members;
import io.quittance.signup.boundary.TenantSetup;
import io.quittance.tenancy.SignUpDetails;
import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantRequest;
import io.quittance.tenancy.TenantScope;
import io.quittance.tenancy.TenantStatus;
import io.quittance.testing.CoreContainer;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembersIT {

    private static final String PASSWORD = "correct horse battery";
    private static final Actor JOB = new Actor.Job("test");

    private final CoreContainer core = CoreContainer.shared();
    private final TenantSetup setup = core.get(TenantSetup.class);
    private final Members members = core.get(Members.class);
    private final String slug = "m" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

    @Test
    void a_tenant_is_set_up_with_owner_and_colleagues_and_again_without_harm() {
        Colleague anna = new Colleague(new Person("anna@" + slug, "Anna", "Ader", Locale.GERMAN), PASSWORD, "accountant");
        Tenant tenant = create(List.of(anna));
        assertThat(create(List.of(anna))).isEqualTo(tenant);

        assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
        List<Member> all = TenantScope.call(tenant, person("viewer", Permission.MEMBER_READ), members::all);
        assertThat(all).extracting(Member::email, Member::roles).containsExactlyInAnyOrder(
                tuple("owner@" + slug, Set.of("owner")),
                tuple("anna@" + slug, Set.of("accountant")));
    }

    @Test
    void a_refused_password_stops_the_setting_up_before_anything_is_entered() {
        assertThatThrownBy(() -> CurrentActor.run(JOB, () -> setup.create(request(), "short", List.of())))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("too short");
    }

    @Test
    void only_jobs_set_tenants_up() {
        Actor owner = new Actor.Person("p", "P", "p@example.com", Set.of("owner"), core.get(Roles.class).permissions(Set.of("owner")));
        assertThatThrownBy(() -> CurrentActor.run(owner, () -> setup.create(request(), PASSWORD, List.of())))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void members_are_listed_to_whoever_may_read_them() {
        Tenant tenant = create(List.of());
        assertThatThrownBy(() -> TenantScope.call(tenant, person("collector"), members::all)).isInstanceOf(AccessDenied.class);
    }

    private Tenant create(List<Colleague> colleagues) {
        return CurrentActor.run(JOB, () -> setup.create(request(), PASSWORD, colleagues));
    }

    private TenantRequest request() {
        return new TenantRequest(slug, "Firm " + slug, "DE", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), Locale.GERMAN,
                "wholesaler", new SignUpDetails("owner@" + slug, "Olga", "Owner"));
    }

    private static Actor person(String role, Permission... permissions) {
        return new Actor.Person("p", "P", "p@example.com", Set.of(role), Set.of(permissions));
    }
}
