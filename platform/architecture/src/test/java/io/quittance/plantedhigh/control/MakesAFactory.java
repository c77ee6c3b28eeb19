package io.quittance.plantedhigh.control;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

/** Planted: a way to the database around the tenant's account. */
public final class MakesAFactory {

    EntityManagerFactory open() {
        return Persistence.createEntityManagerFactory("tenant");
    }
}
