package io.quittance.intake.control;

import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.PaymentEvent;
import java.util.List;

/** What a gateway reported, whichever way. */
public record Reported(PluginId gateway, List<PaymentEvent> events) {
}
