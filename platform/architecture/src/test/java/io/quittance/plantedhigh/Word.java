package io.quittance.plantedhigh;

/** Planted: a word of a feature that nobody may use without declaring it. */
public record Word(String text) {
}
