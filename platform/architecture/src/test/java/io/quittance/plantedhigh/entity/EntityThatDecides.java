package io.quittance.plantedhigh.entity;

import io.quittance.plantedhigh.control.Prints;

/** Planted: an entity that calls control. */
public record EntityThatDecides(Prints control) {
}
