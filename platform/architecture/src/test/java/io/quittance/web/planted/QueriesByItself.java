package io.quittance.web.planted;

import jakarta.persistence.EntityManager;

/** Planted: a page that asks the database. */
public record QueriesByItself(EntityManager entities) {
}
