package io.quittance.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.access.AccessDenied;
import io.quittance.access.Actor;
import io.quittance.access.CurrentActor;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.testing.CoreContainer;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TenantIsolationIT {

    private final CoreContainer core = CoreContainer.shared();
    private final Notes notes = core.get(Notes.class);

    @Test
    void what_one_tenant_writes_another_does_not_see() {
        Tenant alpha = core.newTenant();
        Tenant beta = core.newTenant();

        core.run(alpha, () -> notes.write("greeting", "from alpha"));

        assertThat(core.in(alpha, () -> notes.read("greeting"))).containsExactly("from alpha");
        assertThat(core.in(beta, () -> notes.read("greeting"))).isEmpty();
    }

    @Test
    void without_a_tenant_there_is_no_connection() {
        assertThatThrownBy(() -> CurrentActor.run(new Actor.Job("test"), () -> notes.read("greeting")))
                .isInstanceOf(NoTenantBound.class);
    }

    @Test
    void a_unit_that_throws_leaves_nothing_and_runs_nothing_after_it() {
        Tenant tenant = core.newTenant();
        List<String> heard = new ArrayList<>();

        assertThatThrownBy(() -> core.run(tenant, () -> notes.writeThenFail("a", heard))).hasMessage("on purpose");

        assertThat(core.in(tenant, () -> notes.read("a"))).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void after_commit_work_runs_once_the_unit_has_committed() {
        Tenant tenant = core.newTenant();
        List<String> heard = new ArrayList<>();

        core.run(tenant, () -> notes.writeAndTell("a", heard));

        assertThat(heard).containsExactly("told");
    }

    @Test
    void what_a_unit_gathers_is_handed_over_once_and_together() {
        Tenant tenant = core.newTenant();
        List<List<String>> heard = new ArrayList<>();
        core.run(tenant, () -> notes.gather(heard, "b", "a", "b"));
        assertThat(heard).containsExactly(List.of("b", "a"));
    }

    @Test
    void an_actor_without_the_permission_is_refused_and_so_is_everybody_where_none_is_named() {
        Tenant tenant = core.newTenant();
        Actor viewer = new Actor.Person("s", "Vera", "v@example.com", Set.of("viewer"), Set.of(Permission.SETTINGS_READ));

        assertThat(TenantScope.<List<String>, RuntimeException>call(tenant, viewer, () -> notes.read("x"))).isEmpty();
        assertThatThrownBy(() -> TenantScope.run(tenant, viewer, () -> notes.write("x", "y"))).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> core.run(tenant, notes::undeclared)).isInstanceOf(AccessDenied.class);
    }

    /** A feature small enough to be read here. */
    @Boundary
    public static class Notes {

        @Inject
        EntityManager entities;
        @Inject
        AfterCommit afterCommit;

        @Requires(Permission.SETTINGS_WRITE)
        public void write(String name, String value) {
            entities.createNativeQuery("INSERT INTO setting (name, value) VALUES (?, ?)")
                    .setParameter(1, name).setParameter(2, value).executeUpdate();
        }

        @Requires(Permission.SETTINGS_WRITE)
        public void writeThenFail(String name, List<String> heard) {
            write(name, "never");
            afterCommit.run(() -> heard.add("told"));
            throw new IllegalStateException("on purpose");
        }

        @Requires(Permission.SETTINGS_WRITE)
        public void writeAndTell(String name, List<String> heard) {
            write(name, "kept");
            afterCommit.run(() -> heard.add("told"));
        }

        @Requires(Permission.SETTINGS_WRITE)
        public void gather(List<List<String>> heard, String... things) {
            for (String thing : things) {
                afterCommit.gather("things", thing, heard::add);
            }
        }

        @Requires(Permission.SETTINGS_READ)
        public List<String> read(String name) {
            List<String> values = new ArrayList<>();
            for (Object value : entities.createNativeQuery("SELECT value FROM setting WHERE name = ?").setParameter(1, name)
                    .getResultList()) {
                values.add((String) value);
            }
            return values;
        }

        public void undeclared() {
            throw new AssertionError("nobody may enter");
        }
    }
}
