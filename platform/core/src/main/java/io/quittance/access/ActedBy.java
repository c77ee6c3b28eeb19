package io.quittance.access;

import java.util.List;

/**
 * Something that an actor wants, where the wishes of several are done together.
 *
 * @param actor who is named wherever the change is written
 */
public record ActedBy<T>(Actor actor, T what) {

    /** All of one actor. */
    public static <T> List<ActedBy<T>> all(Actor actor, List<T> things) {
        return things.stream().map(thing -> new ActedBy<>(actor, thing)).toList();
    }

    /** What becomes of it, of the same actor. */
    public <R> ActedBy<R> with(R other) {
        return new ActedBy<>(actor, other);
    }
}
