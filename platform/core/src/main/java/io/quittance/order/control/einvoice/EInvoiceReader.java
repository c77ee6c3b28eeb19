package io.quittance.order.control.einvoice;

import io.quittance.order.ChannelAccount;
import io.quittance.order.ChannelKind;
import io.quittance.order.OrderReader;
import io.quittance.order.Payload;
import io.quittance.order.ReadOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reads electronic invoices that were issued elsewhere: whatever an account for them receives, and XML and PDF that come by mail or
 * by our own API.
 */
@ApplicationScoped
public class EInvoiceReader implements OrderReader {

    private static final Set<ChannelKind> AMONG_OTHERS = EnumSet.of(ChannelKind.MAIL, ChannelKind.REST);

    @Override
    public boolean reads(ChannelAccount account, Payload payload) {
        return account.kind() == ChannelKind.E_INVOICE || AMONG_OTHERS.contains(account.kind()) && isLike(payload.body());
    }

    private static boolean isLike(byte[] content) {
        return EInvoiceFile.isXml(content) || EInvoiceFile.isPdf(content);
    }

    @Override
    public ReadOutcome read(ChannelAccount account, Payload payload) {
        return EInvoiceFile.read(payload.body());
    }
}
