package io.quittance.allocation.control;

import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.OpenClaim;
import io.quittance.payment.Receipt;
import io.quittance.spi.money.Money;

/** Money for an invoice that was given up: what was written off of it is open again before the money is shared out. */
final class WrittenOff {

    private WrittenOff() {
    }

    /** Opens what was written off of the invoices that the payer named, as far as what is open of them leaves of the amount. */
    static void openFor(Receipt receipt, Money amount, Claims claims) {
        Money left = amount;
        for (InvoiceId invoice : receipt.purpose()) {
            Money open = claims.of(invoice).stream().map(OpenClaim::open).filter(part -> part.currency().equals(amount.currency()))
                    .reduce(Money.zero(amount.currency()), Money::plus);
            left = left.minus(left.min(open));
        }
        for (InvoiceId invoice : receipt.purpose()) {
            boolean same = claims.of(invoice).stream().allMatch(claim -> claim.open().currency().equals(amount.currency()));
            if (same && left.isPositive()) {
                left = left.minus(claims.recover(invoice, left, "payment:" + receipt.id()));
            }
        }
    }
}
