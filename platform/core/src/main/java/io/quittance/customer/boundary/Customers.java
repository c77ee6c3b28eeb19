package io.quittance.customer.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.customer.Customer;
import io.quittance.customer.CustomerDetails;
import io.quittance.customer.CustomerFilter;
import io.quittance.customer.CustomerId;
import io.quittance.customer.CustomerOutcome;
import io.quittance.customer.CustomerRow;
import io.quittance.customer.CustomerSort;
import io.quittance.tenancy.Boundary;
import java.util.List;
import java.util.Optional;

/** The tenant's customers. */
@Boundary
public class Customers {

    @Requires(Permission.CUSTOMER_WRITE)
    public CustomerOutcome create(CustomerDetails details) {
        throw new UnsupportedOperationException();
    }

    /** Many at once, in one unit; an outcome for each, in the same order. What is refused leaves the others alone. */
    @Requires(Permission.CUSTOMER_WRITE)
    public List<CustomerOutcome> createAll(List<CustomerDetails> details) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.CUSTOMER_WRITE)
    public CustomerOutcome change(CustomerId id, CustomerDetails details) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.CUSTOMER_READ)
    public Optional<Customer> find(CustomerId id) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.CUSTOMER_READ)
    public Optional<Customer> byExternalRef(String externalRef) {
        throw new UnsupportedOperationException();
    }

    @Requires(Permission.CUSTOMER_READ)
    public Page<CustomerRow> page(CustomerFilter filter, Page.Request<CustomerSort> request) {
        throw new UnsupportedOperationException();
    }
}
