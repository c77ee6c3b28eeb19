package io.quittance.plantedhigh.control;

import java.util.Random;

/** Planted: never the same twice, so never proven. */
public final class RollsDice {

    int roll() {
        return new Random().nextInt(6);
    }
}
