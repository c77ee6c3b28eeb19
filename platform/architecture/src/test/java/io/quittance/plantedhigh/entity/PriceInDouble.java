package io.quittance.plantedhigh.entity;

/** Planted: money that is not exact. */
public record PriceInDouble(double price) {
}
