package io.quittance.tenancy.control;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction on one database, and what is to happen after it has committed. */
final class UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

    private final EntityManager entities;
    private final List<Runnable> afterCommit = new ArrayList<>();

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
