package io.quittance.fourway;

/** One of the four that are held against each other. */
public enum Leg {
    /** What invoices say was settled. */
    INVOICE,
    /** What the journal says. */
    LEDGER,
    /** What gateways, or people who took money in, say was paid and is paid out. */
    GATEWAY,
    /** What the bank's statements say. */
    BANK
}
