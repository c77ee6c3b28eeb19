package io.quittance.fourway;

/** A gap was found, or opened again, in the current unit of work. A CDI event: who hears it joins that unit. */
public record GapRaised(GapRow gap) {
}
