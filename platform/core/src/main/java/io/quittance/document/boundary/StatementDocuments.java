package io.quittance.document.boundary;

import io.quittance.customer.CustomerId;
import io.quittance.document.PdfDocument;
import io.quittance.document.control.StatementPdf;
import io.quittance.report.boundary.CustomerStatements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/** Statements of account as PDF. Asks the report feature for the figures, so whoever may read them may have the PDF. */
@ApplicationScoped
public class StatementDocuments {

    @Inject
    CustomerStatements statements;
    @Inject
    StatementPdf pdf;

    /** Empty when there is no such customer. */
    public Optional<PdfDocument> pdf(CustomerId customer, Currency currency, LocalDate from, LocalDate to) {
        return statements.of(customer, currency, from, to).map(pdf::of);
    }
}
