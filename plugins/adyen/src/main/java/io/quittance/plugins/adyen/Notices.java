package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Story;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayPaymentId;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.WebhookOutcome;
import io.quittance.spi.money.Money;
import io.quittance.spi.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Adyen's standard notifications. Adyen cannot be asked for a payment, so here the deliveries themselves are the truth: each
 * tells one event, signed. They come in any order, and more than once under the same reference and event code.
 *
 * @see <a href="https://docs.adyen.com/development-resources/webhooks/webhook-types">Types of webhooks</a>
 */
final class Notices {

    private final Settings settings;

    Notices(Settings settings) {
        this.settings = settings;
    }

    WebhookOutcome read(byte[] body) {
        Reading item;
        try {
            List<Reading> items = Reading.of(new String(body, StandardCharsets.UTF_8)).list("notificationItems");
            if (items.size() != 1) {
                return new WebhookOutcome.Forged("Adyen sends one notification at a time, not " + items.size());
            }
            item = items.getFirst().object("NotificationRequestItem");
        } catch (Unreadable malformed) {
            return new WebhookOutcome.Forged("it is no notification: " + malformed.getMessage());
        }
        Optional<String> fault = AdyenSignature.fault(item, AdyenForm.hmacKeys(settings));
        if (fault.isPresent()) {
            return new WebhookOutcome.Forged(fault.get());
        }
        String delivery = item.find("eventCode").orElse("") + ":" + item.find("pspReference").orElse("") + ":"
            + item.find("success").orElse("");
        String name = delivery.length() <= 128 ? delivery : delivery.substring(0, 128);
        try {
            return outcome(name, item);
        } catch (Unreadable | IllegalArgumentException broken) {
            return new WebhookOutcome.Unreadable(name, String.valueOf(broken.getMessage()));
        }
    }

    private WebhookOutcome outcome(String name, Reading item) throws Unreadable {
        String code = item.text("eventCode");
        if (!item.text("merchantAccountCode").equals(settings.text(AdyenForm.ACCOUNT))) {
            return new WebhookOutcome.Genuine(name, List.of());
        }
        if (code.equals("REPORT_AVAILABLE")) {
            boolean settlement = item.text("pspReference").matches(SettlementReport.NAME) && settings.find(AdyenForm.REPORT_KEY)
                .isPresent();
            return settlement ? new WebhookOutcome.Hint(name, SettlementReport.ABOUT + item.text("pspReference"))
                : new WebhookOutcome.Genuine(name, List.of());
        }
        Optional<String> reference = item.find("merchantReference").filter(text -> text.startsWith(Links.OURS));
        if (reference.isEmpty()) {
            return new WebhookOutcome.Genuine(name, List.of());
        }
        return item.text("success").equals("true") ? happened(name, code, item, reference.get()) : failed(name, code, item);
    }

    private WebhookOutcome happened(String name, String code, Reading item, String reference) throws Unreadable {
        GatewayPaymentId payment = item.find("originalReference").isPresent() ? item.id("originalReference") : item.id("pspReference");
        Instant when = item.time("eventDate");
        Money amount = AdyenMoney.read(item.object("amount"));
        Optional<IdempotencyKey> attempt = code.equals("REFUND") ? Optional.empty()
            : Optional.of(reference.substring(Links.OURS.length())).filter(key -> key.matches("[A-Za-z0-9_-]{1,64}"))
                .map(IdempotencyKey::new);
        Story story = new Story(payment, attempt);
        switch (code) {
            case "AUTHORISATION" -> {
                if (AdyenForm.capturesLater(settings)) {
                    story.authorised(when, amount);
                } else {
                    story.captured(when, amount, Methods.kind(item), Methods.label(item));
                }
            }
            case "CAPTURE" -> story.captured(when, amount, Methods.kind(item), Methods.label(item));
            case "CANCELLATION", "TECHNICAL_CANCEL", "EXPIRE" -> story.failed(when, amount, code, "The payment was cancelled at Adyen.");
            case "REFUND" -> story.refunded(when, item.id("pspReference"), amount);
            case "CHARGEBACK" -> story.disputed(when, first(payment), amount, reason(item), deadline(item));
            case "CHARGEBACK_REVERSED", "PREARBITRATION_WON" -> story.closed(when, first(payment), true, amount);
            case "SECOND_CHARGEBACK" -> story.disputed(when, second(payment), amount, reason(item), Optional.empty())
                .closed(when, second(payment), false, amount);
            case "CAPTURE_FAILED" -> {
                return person(name, "Capture of payment " + payment + " of " + amount + " failed", item);
            }
            case "REFUND_FAILED", "REFUNDED_REVERSED" -> {
                return person(name, "Refund of " + amount + " of payment " + payment + " did not reach the payer", item);
            }
            default -> { }
        }
        return new WebhookOutcome.Genuine(name, story.told(false).events());
    }

    /** A declined payer may try again on the page; a refund that was not made is for a person. */
    private static WebhookOutcome failed(String name, String code, Reading item) throws Unreadable {
        return switch (code) {
            case "REFUND", "CAPTURE" -> person(name, code.toLowerCase(Locale.ROOT) + " " + item.text("pspReference") + " of payment "
                + item.find("originalReference").orElse("unknown") + " was not made", item);
            default -> new WebhookOutcome.Genuine(name, List.of());
        };
    }

    private static WebhookOutcome person(String name, String what, Reading item) {
        return new WebhookOutcome.Unreadable(name, what + " (" + item.find("reason").orElse("no reason given")
            + "): look at it in Adyen and put the books right.");
    }

    /** Adyen's references of a dispute's notices differ; a payment has one chargeback, and at most one more after it was won. */
    private static GatewayPaymentId first(GatewayPaymentId payment) {
        return new GatewayPaymentId(payment + "-chargeback");
    }

    private static GatewayPaymentId second(GatewayPaymentId payment) {
        return new GatewayPaymentId(payment + "-second-chargeback");
    }

    private static String reason(Reading item) {
        return item.at("additionalData").flatMap(data -> data.find("chargebackReasonCode")).map(String::strip)
            .or(() -> item.find("reason")).orElse("chargeback");
    }

    private static Optional<Instant> deadline(Reading item) throws Unreadable {
        Optional<Reading> data = item.at("additionalData");
        return data.isPresent() ? data.get().findTime("defensePeriodEndsAt") : Optional.empty();
    }
}
