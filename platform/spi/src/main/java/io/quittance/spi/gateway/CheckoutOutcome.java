package io.quittance.spi.gateway;

/** What became of the wish to open a hosted payment page. */
public sealed interface CheckoutOutcome permits HostedPage, Declined, NotSent, InDoubt {
}
