package io.quittance.plantedhigh;

import io.quittance.plantedlow.control.Hidden;

/** Planted: uses a declared feature, but sees its control. */
public record SeesControl(Hidden hidden) {
}
