package io.quittance.signup.control;

import io.quittance.signup.entity.SignUpRecord;
import io.quittance.tenancy.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/** The sign-up requests as rows of the platform schema. */
@ApplicationScoped
public class SignUpRows {

    @Inject
    @Platform
    EntityManager entities;

    public void add(SignUpRecord request) {
        entities.persist(request);
    }

    /** Locked, so that of two confirmations at the same instant one finds it used. */
    public Optional<SignUpRecord> open(String tokenHash, Instant now) {
        return entities.createQuery("SELECT s FROM SignUpRecord s WHERE s.tokenHash = :hash", SignUpRecord.class)
                .setParameter("hash", tokenHash)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(request -> request.isOpen(now))
                .findFirst();
    }

    public Optional<SignUpRecord> confirmed(String progressHash) {
        return entities.createQuery("SELECT s FROM SignUpRecord s WHERE s.progressHash = :hash", SignUpRecord.class)
                .setParameter("hash", progressHash)
                .getResultStream()
                .findFirst();
    }

    public boolean became(long tenant) {
        return !entities.createQuery("SELECT s.id FROM SignUpRecord s WHERE s.tenant = :tenant", Long.class)
                .setParameter("tenant", tenant)
                .getResultList()
                .isEmpty();
    }

    public int forget(Instant before) {
        return entities.createQuery("DELETE FROM SignUpRecord s WHERE s.confirmedAt IS NULL AND s.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** When the request before last, and so on, was made: the one that many back within the time, if there are as many. */
    public Optional<Instant> nthLast(String field, String value, int back, Instant since) {
        return entities.createQuery("SELECT s.requestedAt FROM SignUpRecord s WHERE s." + field
                        + " = :value AND s.requestedAt > :since ORDER BY s.requestedAt DESC", Instant.class)
                .setParameter("value", value)
                .setParameter("since", since)
                .setFirstResult(back - 1)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
