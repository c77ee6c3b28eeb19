package io.quittance.plantedhigh.boundary;

import io.quittance.tenancy.Boundary;

/** Planted: a verb that names no permission. */
@Boundary
public class OpenToEverybody {

    public int balance() {
        return 1;
    }
}
