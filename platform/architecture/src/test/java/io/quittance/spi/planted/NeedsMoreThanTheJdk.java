package io.quittance.spi.planted;

import org.slf4j.Logger;

/** Planted: a word of the SPI that would force a library on every plugin. */
public record NeedsMoreThanTheJdk(Logger logger) {
}
