package io.quittance.report.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.customer.CustomerId;
import io.quittance.customer.boundary.Customers;
import io.quittance.report.Statement;
import io.quittance.report.StatementLine;
import io.quittance.report.control.StatementQueries;
import io.quittance.spi.money.Money;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Statements of account. */
@Boundary
public class CustomerStatements {

    @Inject
    Customers customers;
    @Inject
    StatementQueries queries;

    /** In which currencies a customer has an account. */
    @Requires(Permission.INVOICE_READ)
    public List<Currency> currencies(CustomerId customer) {
        return queries.currencies(customer);
    }

    /**
     * A customer's account from one civil day of the tenant's zone to another, both included.
     *
     * @return empty when there is no such customer
     */
    @Requires(Permission.INVOICE_READ)
    public Optional<Statement> of(CustomerId customer, Currency currency, LocalDate from, LocalDate to) {
        return customers.find(customer).map(found -> {
            Money opening = queries.before(customer, currency, from);
            List<StatementLine> lines = queries.lines(customer, currency, from, to, opening);
            Money closing = lines.isEmpty() ? opening : lines.getLast().balance();
            return new Statement(found, from, to, opening, lines, closing, queries.aging(customer, currency, to));
        });
    }
}
