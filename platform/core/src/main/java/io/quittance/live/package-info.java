/** Tells open pages that something changed. Carries no figures: the page reads them again through its own boundary. */
@Feature(name = "live", uses = {"tenancy"}, exposes = {})
package io.quittance.live;

import io.quittance.Feature;
