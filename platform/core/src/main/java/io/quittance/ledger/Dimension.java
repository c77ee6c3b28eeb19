package io.quittance.ledger;

import java.util.OptionalLong;

/** Whose amount a line is: the sub-ledgers are sums by these. */
public record Dimension(OptionalLong customer, OptionalLong invoice, OptionalLong claim) {

    private static final Dimension NONE = new Dimension(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    public Dimension {
        if (invoice.isPresent() && customer.isEmpty() || claim.isPresent() && invoice.isEmpty()) {
            throw new IllegalArgumentException("a claim belongs to an invoice and an invoice to a customer");
        }
    }

    public static Dimension none() {
        return NONE;
    }

    public static Dimension ofCustomer(long customer) {
        return new Dimension(OptionalLong.of(customer), OptionalLong.empty(), OptionalLong.empty());
    }

    public static Dimension ofInvoice(long customer, long invoice) {
        return new Dimension(OptionalLong.of(customer), OptionalLong.of(invoice), OptionalLong.empty());
    }

    public static Dimension ofClaim(long customer, long invoice, long claim) {
        return new Dimension(OptionalLong.of(customer), OptionalLong.of(invoice), OptionalLong.of(claim));
    }
}
