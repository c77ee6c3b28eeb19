package io.quittance.plugins.btcpay;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Story;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.CheckoutOutcome;
import io.quittance.spi.gateway.CheckoutRequest;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HostedPage;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.MethodKind;
import io.quittance.spi.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Invoices of the store: each is one attempt to be paid, in the tenant's currency, at a rate that the server fixes when it is made.
 *
 * @see <a href="https://docs.btcpayserver.org/API/Greenfield/v1/#tag/Invoices">Greenfield API, invoices</a>
 */
final class Invoices {

    /** The field of the metadata in which BTCPay keeps the merchant's own name for it. */
    private static final String ORDER = "orderId";
    private static final int LONGEST_ID = 64;

    private final GatewayCall call;
    private final BtcPayApi api;

    Invoices(GatewayCall call) {
        this.call = call;
        this.api = new BtcPayApi(call);
    }

    CheckoutOutcome open(CheckoutRequest request) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("redirectURL", request.returnUrl().toString());
        page.put("redirectAutomatically", true);
        page.put("defaultLanguage", request.payerLocale().getLanguage());
        page.put("expirationMinutes", BtcPayForm.minutes(call.settings()));
        call.settings().find(BtcPayForm.SPEED).ifPresent(speed -> page.put("speedPolicy", speed));
        Map<String, Object> about = Map.of(ORDER, request.key().value(), "itemDesc", request.description(), "invoiceNumber",
            request.reference());
        Map<String, Object> body = Map.of("amount", request.amount().toDecimal().toPlainString(), "currency",
            request.amount().currency().getCurrencyCode(), "metadata", about, "checkout", page);
        return api.post("/invoices", body).page(made -> new HostedPage(made.id("id"), link(made), seconds(made, "expirationTime")));
    }

    private static URI link(Reading invoice) throws Unreadable {
        URI link = URI.create(invoice.text("checkoutLink"));
        if (link.getHost() == null || !"https".equals(link.getScheme()) && !"http".equals(link.getScheme())) {
            throw new Unreadable("field checkoutLink is no page");
        }
        return link;
    }

    Reading read(String id) throws NoAnswer {
        return api.get("/invoices/" + Query.part(id)).said();
    }

    static boolean isId(String text) {
        return text.matches("[A-Za-z0-9]{1," + LONGEST_ID + "}");
    }

    /** Our own key; empty for an invoice that somebody else made in the store. */
    static Optional<IdempotencyKey> attempt(Reading invoice) {
        return invoice.at("metadata").flatMap(about -> about.key(ORDER));
    }

    /**
     * All that has happened to an invoice. Money is told once, when it is certain how much it is: settled in full at once, a part
     * only when the server has stopped looking for more.
     */
    Story.Told tell(Reading invoice) throws NoAnswer, Unreadable {
        Money amount = invoice.money("amount", "currency");
        Instant made = seconds(invoice, "createdTime");
        Instant expires = seconds(invoice, "expirationTime");
        boolean watched = call.clock().instant().isBefore(seconds(invoice, "monitoringExpiration"));
        Story story = new Story(invoice.id("id"), attempt(invoice));
        String more = invoice.find("additionalStatus").orElse("None");
        return switch (invoice.text("status")) {
            case "New" -> story.told(true);
            case "Processing" -> story.authorised(made, amount).told(true);
            case "Settled" -> settled(story, invoice, amount, more.equals("PaidOver")).told(false);
            case "Expired" -> switch (more) {
                case "PaidLate" -> settled(story, invoice, amount, false).told(false);
                case "PaidPartial" -> watched ? story.told(true) : partly(story, invoice, amount, expires).told(false);
                default -> story.failed(expires, amount, "expired", "Nobody paid while the page was open.").told(watched);
            };
            case "Invalid" -> story.failed(expires, amount, "invalid", "The payment was not confirmed in time, or was marked as invalid in "
                + "BTCPay Server: look there whether money came.").told(false);
            default -> throw new Unreadable("an invoice has the status " + invoice.text("status"));
        };
    }

    private Story settled(Story story, Reading invoice, Money amount, boolean over) throws NoAnswer, Unreadable {
        Received received = received(invoice, amount);
        Money gross = over && received.worth().compareTo(amount) > 0 ? received.worth() : amount;
        return story.captured(received.last(), gross, MethodKind.OTHER, received.label());
    }

    private Story partly(Story story, Reading invoice, Money amount, Instant expires) throws NoAnswer, Unreadable {
        Received received = received(invoice, amount);
        return received.worth().isPositive() ? story.captured(received.last(), received.worth(), MethodKind.OTHER, received.label())
            : story.failed(expires, amount, "expired", "What was paid was never confirmed.");
    }

    /** @param worth of what is settled, at the rates that were fixed */
    private record Received(Money worth, Instant last, String label) {
    }

    private Received received(Reading invoice, Money like) throws NoAnswer, Unreadable {
        Reading methods = api.get("/invoices/" + Query.part(invoice.text("id")) + "/payment-methods").said();
        BigDecimal worth = BigDecimal.ZERO;
        Instant last = seconds(invoice, "createdTime");
        TreeSet<String> names = new TreeSet<>();
        for (Reading method : methods.list(BtcPayApi.ITEMS)) {
            for (Reading payment : method.findList("payments")) {
                if (payment.find("status").filter("Settled"::equals).isEmpty()) {
                    continue;
                }
                worth = worth.add(decimal(payment.text("value")).multiply(decimal(method.text("rate"))));
                Instant at = seconds(payment, "receivedDate");
                last = at.isAfter(last) ? at : last;
                names.add(method.find("paymentMethodId").or(() -> method.find("paymentMethod")).orElse("crypto"));
            }
        }
        String label = names.isEmpty() ? "crypto" : String.join(", ", names);
        return new Received(Money.of(worth, like.currency(), RoundingMode.HALF_EVEN), last,
            label.substring(0, Math.min(80, label.length())));
    }

    /** Up to eighteen digits behind the point, as the smallest units of the currencies have. */
    private static BigDecimal decimal(String text) throws Unreadable {
        if (!text.matches("\\d{1,20}(\\.\\d{1,30})?")) {
            throw new Unreadable("an amount or a rate is no number");
        }
        return new BigDecimal(text);
    }

    private static Instant seconds(Reading object, String field) throws Unreadable {
        return Instant.ofEpochSecond(object.number(field));
    }
}
