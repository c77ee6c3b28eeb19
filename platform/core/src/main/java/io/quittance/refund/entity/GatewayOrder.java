package io.quittance.refund.entity;

import io.quittance.payment.PaymentId;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.PluginId;
import io.quittance.refund.RefundId;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.money.Money;

/** A refund as its gateway is told of it and asked after it. @param paid the gateway's name for the payment */
public record GatewayOrder(RefundId id, PaymentId payment, GatewayPaymentId paid, InstallationId installation, PluginId gateway,
        Money amount, String reason) {

    /** Our name for it, the same whenever the gateway hears of it. */
    public IdempotencyKey key() {
        return new IdempotencyKey("r-" + id);
    }

    public Refunds.Refund refund() {
        return new Refunds.Refund(key(), paid, amount, reason);
    }
}
