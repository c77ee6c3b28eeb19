package io.quittance.invoice;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a list that is read from one end to the other, however long it is.
 *
 * @param next where to go on; empty at the end
 */
public record InvoiceScroll(List<InvoiceRow> rows, Optional<String> next) {

    public InvoiceScroll {
        rows = List.copyOf(rows);
    }
}
