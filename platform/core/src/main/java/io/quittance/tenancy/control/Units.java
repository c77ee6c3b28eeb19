package io.quittance.tenancy.control;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import java.util.function.Supplier;

/** Units of work of one kind: at most one is open per call, nested boundaries join it. */
final class Units {

    static final Units TENANT = new Units("tenant");
    static final Units PLATFORM = new Units("platform");

    private final ScopedValue<UnitOfWork> current = ScopedValue.newInstance();
    private final String kind;

    private Units(String kind) {
        this.kind = kind;
    }

    boolean isOpen() {
        return current.isBound();
    }

    Optional<UnitOfWork> find() {
        return current.isBound() ? Optional.of(current.get()) : Optional.empty();
    }

    UnitOfWork require() {
        return find().orElseThrow(() -> new IllegalStateException("no " + kind + " unit of work is open: call through a boundary"));
    }

    /** Runs the call in the open unit, or in a new one that commits when it returns and rolls back when it throws. */
    Object within(InvocationContext call, Supplier<EntityManagerFactory> factory) throws Exception {
        if (current.isBound()) {
            return join(call);
        }
        Object result;
        UnitOfWork unit;
        try (EntityManager entities = factory.get().createEntityManager()) {
            unit = new UnitOfWork(entities);
            UnitOfWork opened = unit;
            opened.begin();
            try {
                result = ScopedValue.where(current, opened).call(() -> worked(call, opened));
                opened.commit();
            } finally {
                opened.abandon();
            }
        }
        unit.runAfterCommit();
        return result;
    }

    private static Object worked(InvocationContext call, UnitOfWork unit) throws Exception {
        Object result = call.proceed();
        unit.beforeCommit();
        return result;
    }

    /** A failure inside a nested boundary dooms the whole unit, even if the caller catches it: nothing commits by half. */
    private Object join(InvocationContext call) throws Exception {
        boolean returned = false;
        try {
            Object result = call.proceed();
            returned = true;
            return result;
        } finally {
            if (!returned) {
                current.get().doomed();
            }
        }
    }
}
