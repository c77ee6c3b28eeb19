package io.quittance.plantedhigh.entity;

import jakarta.inject.Inject;

/** Planted: an entity that wants more of Jakarta than its persistence annotations. */
public final class EntityThatValidates {

    @Inject
    String name;
}
