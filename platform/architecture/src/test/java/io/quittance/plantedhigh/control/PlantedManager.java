package io.quittance.plantedhigh.control;

/** Planted: a name that says nothing. */
public final class PlantedManager {
}
