package io.quittance.plugins.planted;

import io.quittance.plantedlow.control.Hidden;

/** Planted: a plugin that reaches into the core. */
public record CallsCore(Hidden hidden) {
}
