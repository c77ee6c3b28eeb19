package io.quittance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quittance.tenancy.Tenant;
import io.quittance.tenancy.TenantScope;
import io.quittance.testing.CoreContainer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may do what: every actor against every operation. The table is approved by people: {@code tenant-config/permissions/matrix.txt}.
 * After a change that is meant, write it anew with {@code -Dquittance.approve=true} and read the difference before committing it.
 */
class PermissionMatrixIT {

    private static final Path APPROVED = Path.of(System.getProperty("quittance.home"), "tenant-config", "permissions", "matrix.txt");
    private static final List<String> ROLES = List.of("owner", "admin", "accountant", "collector", "viewer");

    private final CoreContainer core = CoreContainer.shared();
    private final Tenant tenant = core.newTenant();

    @Test
    void every_operation_names_the_permission_it_needs() {
        assertThat(Operations.all()).hasSizeGreaterThan(30).allMatch(operation -> operation.isAnnotationPresent(Requires.class));
    }

    @Test
    void who_may_do_what_is_as_approved() throws IOException {
        String matrix = matrix();
        if (Boolean.getBoolean("quittance.approve")) {
            Files.writeString(APPROVED, matrix);
        }
        assertThat(matrix).as("what %s approves", APPROVED).isEqualTo(Files.readString(APPROVED));
    }

    @Test
    void a_role_nobody_knows_may_do_nothing_and_a_person_nothing_of_what_is_for_jobs_gateways_and_debtors() {
        assertThat(core.get(Roles.class).permissions(Set.of("superuser", "Owner", "owner ", ""))).isEmpty();
        assertThat(core.get(Roles.class).permissions(ROLES)).doesNotContain(Permission.SYSTEM, Permission.PAYMENT_INTAKE,
                Permission.ORDER_INTAKE, Permission.PORTAL_VIEW, Permission.PORTAL_PAY, Permission.PLATFORM_READ,
                Permission.PLATFORM_MANAGE);
    }

    @TestFactory
    Stream<DynamicTest> whoever_lacks_the_permission_is_stopped_before_anything_happens() {
        return actors().entrySet().stream().flatMap(actor -> Operations.all().stream()
                .filter(operation -> !mayEnter(actor.getValue(), operation))
                .map(operation -> dynamicTest(actor.getKey() + " may not " + Operations.name(operation), () ->
                        assertThatThrownBy(() -> call(actor.getValue(), operation)).isInstanceOf(AccessDenied.class))));
    }

    @TestFactory
    Stream<DynamicTest> whoever_has_the_permission_passes_the_check() {
        Permissions permissions = core.get(Permissions.class);
        return actors().entrySet().stream().flatMap(actor -> Operations.all().stream()
                .filter(operation -> mayEnter(actor.getValue(), operation))
                .map(operation -> dynamicTest(actor.getKey() + " may " + Operations.name(operation), () ->
                        CurrentActor.run(actor.getValue(), () -> {
                            permissions.check(operation);
                            return null;
                        }))));
    }

    /** Calls with empty hands: the refusal has to come before anything looks at what was handed over. */
    private Object call(Actor actor, Method operation) throws Throwable {
        Object boundary = core.get(operation.getDeclaringClass());
        operation.setAccessible(true);
        Object[] arguments = Arrays.stream(operation.getParameterTypes()).map(PermissionMatrixIT::nothing).toArray();
        try {
            return TenantScope.<Object, Throwable>call(tenant, actor, () -> operation.invoke(boundary, arguments));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private String matrix() {
        Map<String, Actor> actors = actors();
        StringBuilder matrix = new StringBuilder("# Who may do what: operation, the permissions of which one is needed, who has one.\n");
        for (Method operation : Operations.all()) {
            Requires requires = operation.getAnnotation(Requires.class);
            String needed = requires == null ? "nobody" : Arrays.stream(requires.value()).map(Enum::name).collect(Collectors.joining("|"));
            String who = actors.entrySet().stream().filter(actor -> mayEnter(actor.getValue(), operation)).map(Map.Entry::getKey)
                    .collect(Collectors.joining(" "));
            matrix.append(Operations.name(operation)).append(" : ").append(needed).append(" : ").append(who).append('\n');
        }
        return matrix.toString();
    }

    private Map<String, Actor> actors() {
        Map<String, Actor> actors = new LinkedHashMap<>();
        for (String role : ROLES) {
            actors.put(role, new Actor.Person("p", "P", "p@example.com", Set.of(role), core.get(Roles.class).permissions(Set.of(role))));
        }
        actors.put("no-role", new Actor.Person("p", "P", "p@example.com", Set.of(), Set.of()));
        actors.put("debtor", new Actor.Debtor(1));
        actors.put("gateway", new Actor.Gateway("installation"));
        actors.put("channel", new Actor.Channel("1"));
        actors.put("visitor", new Actor.Visitor());
        return actors;
    }

    private static boolean mayEnter(Actor actor, Method operation) {
        Requires requires = operation.getAnnotation(Requires.class);
        return requires != null && Arrays.stream(requires.value()).anyMatch(actor::may);
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == int.class ? (Object) 0 : null;
    }
}
