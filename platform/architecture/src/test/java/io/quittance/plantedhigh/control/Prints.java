package io.quittance.plantedhigh.control;

/** Planted: writes where nobody reads. */
public final class Prints {

    void work() {
        System.out.println("worked");
    }
}
