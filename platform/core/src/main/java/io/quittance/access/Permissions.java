package io.quittance.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The one check: may the current actor enter this operation? Deny by default. */
@ApplicationScoped
public class Permissions {

    @Inject
    CurrentActor actor;

    /** @throws AccessDenied when the operation names no permission, or none that the actor has */
    public void check(Method operation) {
        Requires requires = operation.getAnnotation(Requires.class);
        Actor current = actor.get();
        String name = operation.getDeclaringClass().getSimpleName() + "." + operation.getName();
        if (requires == null) {
            throw new AccessDenied(current, name, "a permission, and the method declares none");
        }
        if (Arrays.stream(requires.value()).noneMatch(current::may)) {
            throw new AccessDenied(current, name, Arrays.toString(requires.value()));
        }
    }

    public boolean allowed(Permission permission) {
        return actor.get().may(permission);
    }
}
