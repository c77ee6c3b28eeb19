package io.quittance.plugin;

import io.quittance.spi.bankfeed.BankFeed;
import io.quittance.spi.gateway.BankFiles;
import io.quittance.spi.gateway.Checkout;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.PaymentGateway;
import io.quittance.spi.gateway.PaymentInquiry;
import io.quittance.spi.gateway.PaymentInstruction;
import io.quittance.spi.gateway.PayoutSource;
import io.quittance.spi.gateway.RefundInquiry;
import io.quittance.spi.gateway.Refunds;
import io.quittance.spi.gateway.SavedMethods;
import io.quittance.spi.gateway.SettingsCheck;
import io.quittance.spi.gateway.WebhookReceiver;
import io.quittance.spi.order.OrderSink;
import io.quittance.spi.order.OrderSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a plugin can do: its name in manifests, and the interface that stands for it. */
public enum Capability {
    PAYMENT_GATEWAY(PaymentGateway.class),
    CHECKOUT(Checkout.class),
    REFUNDS(Refunds.class),
    REFUND_INQUIRY(RefundInquiry.class),
    WEBHOOK_RECEIVER(WebhookReceiver.class),
    EVENT_LOOKUP(EventLookup.class),
    PAYMENT_INQUIRY(PaymentInquiry.class),
    PAYMENT_INSTRUCTION(PaymentInstruction.class),
    BANK_FILES(BankFiles.class),
    PAYOUT_SOURCE(PayoutSource.class),
    SAVED_METHODS(SavedMethods.class),
    SETTINGS_CHECK(SettingsCheck.class),
    BANK_FEED(BankFeed.class),
    ORDER_SOURCE(OrderSource.class),
    ORDER_SINK(OrderSink.class);

    private final Class<?> type;

    Capability(Class<?> type) {
        this.type = type;
    }

    /** The SPI interface. */
    public Class<?> type() {
        return type;
    }

    /** As manifests spell it, such as {@code payment-gateway}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Capability> labelled(String label) {
        return Arrays.stream(values()).filter(capability -> capability.label().equals(label)).findFirst();
    }

    /** Everything that the extension implements. */
    public static Set<Capability> of(Object extension) {
        Set<Capability> found = EnumSet.noneOf(Capability.class);
        Arrays.stream(values()).filter(capability -> capability.type.isInstance(extension)).forEach(found::add);
        return found;
    }
}
