package io.quittance.plugins.planted;

import jakarta.inject.Inject;

/** Planted: a plugin that wants to be injected. */
public final class SeesTheContainer {

    @Inject
    String name;
}
