package io.quittance.order.boundary;

import io.quittance.access.Permission;
import io.quittance.access.Requires;
import io.quittance.audit.AuditTrail;
import io.quittance.order.ChannelId;
import io.quittance.tenancy.Boundary;
import jakarta.inject.Inject;
import java.util.Map;

/** What the tenant's audit trail keeps of deliveries that proved nothing. */
@Boundary
public class OrderTrail {

    @Inject
    AuditTrail audit;

    @Requires(Permission.ORDER_INTAKE)
    public void forged(ChannelId channel, String reason) {
        audit.record("forged", "order-channel", channel.value(), null, Map.of("reason", reason));
    }
}
