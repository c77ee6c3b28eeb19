package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.order.ChannelRate;
import io.quittance.order.control.RateQueries;
import io.quittance.tenancy.Boundary;
import io.quittance.tenancy.CurrentTenant;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How many orders the rules refuse, and which rules do. */
@Boundary
public class OrderRates {

    @Inject
    RateQueries queries;
    @Inject
    CurrentTenant tenant;

    /**
     * First judgements of that period, by channel's account; those without any are left out.
     *
     * @param from first civil day, in the tenant's zone
     * @param to   last civil day
     */
    @Requires(Permission.ORDER_READ)
    public List<ChannelRate> between(LocalDate from, LocalDate to) {
        ZoneId zone = tenant.get().zone();
        return queries.between(from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
