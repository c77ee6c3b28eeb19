package io.quittance.payment;

import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.gateway.PaymentInquiry;

/**
 * An attempt whose gateway is to be asked what became of it, and all that we can tell the gateway about it.
 *
 * @param again whether it was asked before and did not answer
 */
public record UnsettledAttempt(AttemptId id, PaymentInquiry.Inquiry inquiry, InstallationId installation, PluginId gateway,
        boolean again) {
}
