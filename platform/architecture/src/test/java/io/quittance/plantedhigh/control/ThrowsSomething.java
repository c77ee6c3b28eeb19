package io.quittance.plantedhigh.control;

/** Planted: fails without saying of what kind. */
public final class ThrowsSomething {

    void work() {
        throw new RuntimeException("planted");
    }
}
