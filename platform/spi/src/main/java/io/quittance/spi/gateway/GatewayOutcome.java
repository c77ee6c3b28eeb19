package io.quittance.spi.gateway;

/** What became of an order to move money without the payer present: a refund, or a charge of a saved method. */
public sealed interface GatewayOutcome permits Settled, Pending, Declined, NotSent, InDoubt {
}
