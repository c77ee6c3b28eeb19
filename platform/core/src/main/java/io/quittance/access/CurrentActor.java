package io.quittance.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ScopedValue.CallableOp;

/** The actor bound at the door for the current call. Not inherited by other threads: there it is a {@link Actor.Visitor}. */
@ApplicationScoped
public class CurrentActor {

    private static final ScopedValue<Actor> BOUND = ScopedValue.newInstance();
    private static final Actor NOBODY = new Actor.Visitor();

    public Actor get() {
        return BOUND.orElse(NOBODY);
    }

    public static <R, X extends Throwable> R run(Actor actor, CallableOp<? extends R, X> work) throws X {
        return ScopedValue.where(BOUND, actor).call(work);
    }
}
