/** What a new tenant starts with: chart of accounts, number series, terms, taxes and reminders of its kind of business. */
@Feature(name = "blueprint", uses = {"config"}, exposes = {})
package io.quittance.blueprint;

import io.quittance.Feature;
