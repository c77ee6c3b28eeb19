package io.quittance.plantedhigh.control;

import java.time.LocalDate;

/** Planted: cannot be tested on another day. */
public final class AsksTheMachineForTime {

    LocalDate due() {
        return LocalDate.now().plusDays(1);
    }
}
