/** Planted for the architecture test: a feature that uses nothing. */
@Feature(name = "plantedlow")
package io.quittance.plantedlow;

import io.quittance.Feature;
