package io.quittance.order.boundary;

import io.quittance.Page;
import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.order.OrderFilter;
import io.quittance.order.OrderId;
import io.quittance.order.OrderRow;
import io.quittance.order.OrderSort;
import io.quittance.order.OrderView;
import io.quittance.order.Payload;
import io.quittance.order.PayloadId;
import io.quittance.order.control.OrderSearch;
import io.quittance.order.control.PayloadRows;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads orders. */
@Boundary
public class OrderList {

    @Inject
    OrderSearch search;
    @Inject
    PayloadRows payloads;

    @Requires(Permission.ORDER_READ)
    public Page<OrderRow> page(OrderFilter filter, Page.Request<OrderSort> request) {
        return search.page(filter, request);
    }

    @Requires({Permission.ORDER_READ, Permission.ORDER_WRITE})
    public Optional<OrderView> find(OrderId id) {
        return search.find(id);
    }

    /** What was received, byte for byte. */
    @Requires(Permission.ORDER_REPLAY)
    public Optional<Payload> payload(PayloadId id) {
        return payloads.find(id);
    }
}
