package io.quittance.web.invoice;

import io.quittance.customer.CustomerId;
import io.quittance.invoice.InvoiceFilter;
import io.quittance.invoice.InvoiceStatus;
import io.quittance.web.rest.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which invoices to list. */
public class InvoiceListParameters {

    @QueryParam("status")
    @Parameter(description = "Displayed status; may be given several times", example = "OVERDUE")
    List<String> status;

    @QueryParam("customer")
    @Parameter(description = "Id of a customer")
    String customer;

    @QueryParam("segment")
    @Parameter(description = "Segment of the customer", example = "retail")
    String segment;

    @QueryParam("currency")
    @Parameter(description = "ISO 4217", example = "EUR")
    String currency;

    @QueryParam("issuedFrom")
    @Parameter(description = "First date of issue", example = "2026-01-01")
    String issuedFrom;

    @QueryParam("issuedTo")
    @Parameter(description = "Last date of issue", example = "2026-12-31")
    String issuedTo;

    @QueryParam("text")
    @Parameter(description = "Found in number, customer name or buyer reference")
    String text;

    InvoiceFilter filter(Parameters parameters) {
        Set<InvoiceStatus> statuses = parameters.anyOf("status", status, InvoiceStatus.class);
        Optional<CustomerId> of = parameters.reference("customer", customer).map(CustomerId::new);
        Optional<Currency> in = parameters.currency("currency", currency);
        Optional<LocalDate> from = parameters.date("issuedFrom", issuedFrom);
        Optional<LocalDate> to = parameters.date("issuedTo", issuedTo);
        parameters.requireOrdered("issuedFrom", from, to);
        return new InvoiceFilter(statuses, of, segment, in, from, to, text);
    }
}
