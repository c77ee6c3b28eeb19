package io.quittance.plantedlow.control;

/** Planted: how a feature works, which is nobody else's business. */
public final class Hidden {
}
