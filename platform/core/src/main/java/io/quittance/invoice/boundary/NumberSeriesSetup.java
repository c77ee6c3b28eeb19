package io.quittance.invoice.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.blueprint.Blueprint;
import io.quittance.invoice.control.InvoiceNumbers;
import io.quittance.invoice.entity.NumberPattern;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.List;

/** Makes the number series when a tenant is made. */
@Boundary
public class NumberSeriesSetup {

    @Inject
    InvoiceNumbers numbers;

    /** Adds the series that are not there yet; safe to repeat. */
    @Requires(Permission.SYSTEM)
    public void ensure(List<Blueprint.Series> series) {
        series.stream().filter(one -> numbers.pattern(one.code()).isEmpty())
                .forEach(one -> numbers.set(one.code(), new NumberPattern(one.pattern())));
    }
}
