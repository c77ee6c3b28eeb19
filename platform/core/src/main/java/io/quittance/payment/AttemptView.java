package io.quittance.payment;

import io.quittance.invoice.InvoiceId;
import io.quittance.plugin.PluginId;
import io.quittance.spi.money.Money;
import java.time.Instant;

/**
 * An attempt to be paid through a gateway.
 *
 * @param reason why it was declined, not sent, failed or is in doubt; empty for none
 */
public record AttemptView(AttemptId id, InvoiceId invoice, PluginId gateway, Money amount, AttemptState state, String reason,
        Instant startedAt) {
}
