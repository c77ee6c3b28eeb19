package io.quittance.demo;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** How a customer pays. Days count from the due date; negative is early. */
public enum PayingHabit {
    EARLY(-20, -8, 0, 0),
    ON_TIME(-5, 1, 0, 5),
    SLOW(4, 25, 2, 10),
    LATE(25, 80, 6, 15),
    IN_PARTS(-3, 20, 3, 75),
    /** Contests now and then, and pays late what it does not contest. */
    CONTESTING(0, 45, 5, 10),
    /** Stops paying in the end. */
    FADING(10, 60, 25, 20);

    private static final int PERCENT = 100;

    private final int earliest;
    private final int latest;
    private final int neverPercent;
    private final int partPercent;

    PayingHabit(int earliest, int latest, int neverPercent, int partPercent) {
        this.earliest = earliest;
        this.latest = latest;
        this.neverPercent = neverPercent;
        this.partPercent = partPercent;
    }

    /** Days from the due date to the payment; empty when it never comes. */
    public OptionalInt delay(RandomGenerator random) {
        return random.nextInt(PERCENT) < neverPercent ? OptionalInt.empty() : OptionalInt.of(random.nextInt(earliest, latest + 1));
    }

    /** Whether it is paid in two parts. */
    public boolean splits(RandomGenerator random) {
        return random.nextInt(PERCENT) < partPercent;
    }
}
