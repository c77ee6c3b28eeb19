package io.quittance.reconciliation;

import io.quittance.Score;
import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceId;
import io.quittance.invoice.InvoiceNumber;
import io.quittance.spi.money.Money;
import java.util.List;

/**
 * What an open line may be, for a person to read.
 *
 * @param line     the bank line's id
 * @param position among the suggestions for the line; 0 is the likeliest
 * @param parts    what it would pay; none where only the payer is known
 * @param rest     would go to the customer's unapplied cash
 */
public record Suggestion(long line, int position, CustomerId customer, String customerName, List<Part> parts, Money rest, Score score,
        List<MatchEvidence> evidence) {

    /** A part of a bank line that pays an invoice. */
    public record Part(InvoiceId invoice, InvoiceNumber number, Money amount) {
    }

    public Suggestion {
        parts = List.copyOf(parts);
        evidence = List.copyOf(evidence);
    }
}
