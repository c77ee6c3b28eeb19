package io.quittance.web.invoice;

import io.quittance.invoice.InvoiceNumber;
import io.quittance.invoice.InvoiceRow;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.spi.money.Money;
import java.time.LocalDate;

/** An invoice as a line of a list. A draft has no number. */
public record InvoiceRowJson(String id, String number, String customer, String customerName, InvoiceStatus status, FactsJson facts,
        Money gross, Money open, LocalDate issueDate, LocalDate dueDate, long daysOverdue) {

    /** What is true of the invoice, each fact by itself. */
    public record FactsJson(String document, String settlement, boolean overdue, boolean onHold, boolean sent, boolean viewed,
            boolean bounced) {
    }

    static InvoiceRowJson of(InvoiceRow row) {
        FactsJson facts = new FactsJson(row.facts().document().name(), row.facts().settlement().name(), row.facts().overdue(),
                row.facts().onHold(), row.facts().sent(), row.facts().viewed(), row.facts().bounced());
        return new InvoiceRowJson(row.id().toString(), row.number().map(InvoiceNumber::text).orElse(null), row.customer().toString(),
                row.customerName(), row.status(), facts, row.gross(), row.open(), row.issueDate().orElse(null), row.dueDate().orElse(null),
                row.daysOverdue());
    }
}
