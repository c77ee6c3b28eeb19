package io.quittance.interest;

/** Why nothing is claimed for late payment of an invoice. */
public enum NoInterest {
    /** The business does not claim it. */
    OFF,
    /** Not of this customer. */
    CUSTOMER,
    /** No table of that country's law is known. */
    NO_LAW,
    /** The law, or the business, spares consumers. */
    CONSUMER,
    /** A draft, or brought in before it was issued here. */
    NOT_ISSUED
}
