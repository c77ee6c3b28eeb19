/** What the deployment says (settings, clock) and the data files the product ships with. */
@Feature(name = "config", exposes = {})
package io.quittance.config;

import io.quittance.Feature;
