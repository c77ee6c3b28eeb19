package io.quittance.intake.boundary;

import io.quittance.intake.GatewayTraffic;
import io.quittance.payment.boundary.AttemptInquiries;
import io.quittance.plugin.InstallationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** What the current tenant hears from its gateways. Must not be called inside a unit of work. */
@ApplicationScoped
public class Traffic {

    @Inject
    InboxUnits inbox;
    @Inject
    AttemptInquiries attempts;

    /** By installation; a gateway that never delivered and has no doubt is left out. Needs GATEWAY_READ. */
    public Map<InstallationId, GatewayTraffic> all() {
        Map<InstallationId, GatewayTraffic> traffic = new HashMap<>(inbox.traffic());
        attempts.inDoubt().forEach((installation, doubts) ->
                traffic.put(installation, traffic.getOrDefault(installation, GatewayTraffic.NONE).withInDoubt(doubts)));
        return traffic;
    }
}
