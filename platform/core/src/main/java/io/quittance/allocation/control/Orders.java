package io.quittance.allocation.control;

import io.quittance.allocation.AllocationStrategy;
import io.quittance.customer.CustomerId;
import java.util.List;
import java.util.Optional;

/** Which strategies hold for a customer. */
public interface Orders {

    /** The customer's own order, else the tenant's. */
    List<AllocationStrategy> of(Optional<CustomerId> customer);
}
