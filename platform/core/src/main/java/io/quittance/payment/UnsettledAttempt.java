package io.quittance.payment;

import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.IdempotencyKey;

/** An attempt whose gateway is to be asked what became of it. */
public record UnsettledAttempt(AttemptId id, IdempotencyKey key, InstallationId installation, PluginId gateway) {
}
