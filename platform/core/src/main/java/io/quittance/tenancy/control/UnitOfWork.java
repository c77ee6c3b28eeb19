package io.quittance.tenancy.control;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction on one database, and what is to happen after it has committed. */
final class UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

    private static final int MOST_KEPT = 500;

    private final EntityManager entities;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<String, Set<Object>> gathered = new HashMap<>();
    private final Map<String, Kept<?>> kept = new LinkedHashMap<>();

    /** Things that wait for the end of the unit. */
    private record Kept<T>(List<T> things, Consumer<List<T>> work) {

        void hand() {
            List<T> together = List.copyOf(things);
            things.clear();
            work.accept(together);
        }
    }

    UnitOfWork(EntityManager entities) {
        this.entities = entities;
    }

    EntityManager entities() {
        return entities;
    }

    void begin() {
        entities.getTransaction().begin();
        // Takes the connection now: otherwise EclipseLink reads on a second one until the first write.
        entities.unwrap(Connection.class);
    }

    void doomed() {
        if (entities.getTransaction().isActive()) {
            entities.getTransaction().setRollbackOnly();
        }
    }

    void commit() {
        entities.getTransaction().commit();
    }

    void abandon() {
        if (entities.getTransaction().isActive()) {
            entities.getTransaction().rollback();
        }
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    <T> void gather(String name, T thing, Consumer<List<T>> work) {
        Set<Object> things = gathered.computeIfAbsent(name, first -> {
            Set<Object> all = new LinkedHashSet<>();
            afterCommit(() -> work.accept(together(all)));
            return all;
        });
        things.add(thing);
    }

    /** What one name keeps is of one type. */
    @SuppressWarnings("unchecked")
    <T> void keep(String name, T thing, Consumer<List<T>> work) {
        Kept<T> waiting = (Kept<T>) kept.computeIfAbsent(name, first -> new Kept<T>(new ArrayList<>(), work));
        waiting.things().add(thing);
        if (waiting.things().size() >= MOST_KEPT) {
            waiting.hand();
        }
    }

    /** Hands over what was kept; only while the unit is open to whoever writes it. */
    void beforeCommit() {
        for (List<Kept<?>> full = waiting(); !full.isEmpty(); full = waiting()) {
            full.forEach(Kept::hand);
        }
    }

    /** What is handed over may give cause to more. */
    private List<Kept<?>> waiting() {
        return kept.values().stream().<Kept<?>>filter(one -> !one.things().isEmpty()).toList();
    }

    /** What one name gathers is of one type. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> together(Set<Object> things) {
        return (List<T>) List.copyOf(things);
    }

    void runAfterCommit() {
        for (Runnable work : afterCommit) {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.error("after-commit work failed; the commit stands", failed);
            }
        }
    }
}
