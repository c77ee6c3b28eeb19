/** Planted for the architecture test: a feature that uses the lower one. */
@Feature(name = "plantedhigh", uses = "plantedlow")
package io.quittance.plantedhigh;

import io.quittance.Feature;
