package io.quittance.plantedlow;

import io.quittance.plantedhigh.Word;

/** Planted: uses a feature that its own does not declare. */
public record UsesUndeclared(Word word) {
}
