package io.quittance.autopay.boundary;

import io.quittance.autopay.Agreement;
import io.quittance.autopay.AgreeOutcome;
import io.quittance.autopay.NoticeDays;
import io.quittance.invoice.InvoiceId;
import io.quittance.plugin.Capability;
import io.quittance.plugin.EnabledGateway;
import io.quittance.plugin.InstallationId;
import io.quittance.plugin.boundary.Gateways;
import io.quittance.plugin.boundary.Plugins;
import io.quittance.spi.gateway.Declined;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.InDoubt;
import io.quittance.spi.gateway.NotSent;
import io.quittance.spi.gateway.SavedMethods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets payers agree to be charged by themselves, without paying anything now, and withdraw. Must not be called inside a unit. */
@ApplicationScoped
public class Autopay {

    /** Why an agreement ended that our people or systems ended. */
    public static final String BY_US = "ended by us on the payer's wish";

    private static final Logger LOG = LoggerFactory.getLogger(Autopay.class);

    @Inject
    AutopayUnits units;
    @Inject
    Plugins plugins;
    @Inject
    Gateways gateways;

    /**
     * What a payer was shown and agreed to.
     *
     * @param version of the text
     * @param text    word by word
     * @param channel where, such as {@code PORTAL}
     * @param notice  how long before each charge the text promises to tell
     */
    public record Consent(int version, String text, String channel, NoticeDays notice) {
    }

    /** Gateways that save methods. */
    public List<EnabledGateway> gateways() {
        return plugins.enabled(Capability.SAVED_METHODS);
    }

    /** Needs PORTAL_PAY for the link's own invoice, or CUSTOMER_WRITE. @param home where the payer's browser comes back to */
    public AgreeOutcome agree(InvoiceId invoice, InstallationId installation, Consent consent, URI home, Locale language) {
        Optional<EnabledGateway> gateway = gateways().stream().filter(enabled -> enabled.installation().equals(installation)).findFirst();
        Optional<Agreement> made = gateway.flatMap(enabled -> units.ask(invoice, enabled, consent));
        if (made.isEmpty()) {
            return new AgreeOutcome.Unknown();
        }
        Agreement agreement = made.get();
        return switch (gateways.agree(installation, new SavedMethods.Agreement(agreement.key(), agreement.currency(),
                "autopay-" + agreement.id(), home, gateways.webhook(installation), language))) {
            case HostedPage page -> new AgreeOutcome.Redirect(page.page());
            case Declined declined -> {
                units.refused(agreement.id(), declined.code() + ": " + declined.reason());
                yield new AgreeOutcome.Declined(declined.reason());
            }
            case NotSent notSent -> {
                units.refused(agreement.id(), notSent.reason());
                yield new AgreeOutcome.TryAgain();
            }
            case InDoubt _ -> new AgreeOutcome.TryAgain();
        };
    }

    /** Needs PORTAL_PAY for the link's own invoice, or CUSTOMER_WRITE. @return false when nothing held */
    public boolean withdraw(InvoiceId invoice) {
        Optional<Agreement> ended = units.withdraw(invoice);
        ended.ifPresent(this::forget);
        return ended.isPresent();
    }

    /** Our people end it on the payer's behalf; needs CUSTOMER_WRITE. @return false when it had ended before */
    public boolean end(Agreement agreement, String reason) {
        boolean ended = units.end(agreement.id(), reason);
        if (ended) {
            forget(agreement);
        }
        return ended;
    }

    /**
     * Asks the gateway to forget the method of an agreement that has just ended. We never charge it again either way; that the
     * gateway forgets it, too, is for the payer's peace of mind.
     */
    public void forget(Agreement agreement) {
        agreement.method().ifPresent(method -> LOG.info("method of agreement {} forgotten: {}", agreement.id(),
                gateways.forget(agreement.installation(), method.reference())));
    }
}
