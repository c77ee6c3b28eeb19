package io.quittance.credit;

import io.quittance.spi.money.Money;

/** A part of a line to be credited. @param position of the invoice's line, from 1; @param net with the sign of that line */
public record LineCredit(int position, Money net) {
}
