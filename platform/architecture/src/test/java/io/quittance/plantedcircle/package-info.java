/** Planted for the architecture test: a feature that uses itself in a circle, exposes its control and names no real feature. */
@Feature(name = "plantedcircle", uses = {"plantedcircle", "nosuchfeature"}, exposes = "control")
package io.quittance.plantedcircle;

import io.quittance.Feature;
