package io.quittance.plugins.stripe;

import io.quittance.plugins.stripe.StripeApi.NoAnswer;
import io.quittance.spi.gateway.EventLookup;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.IdempotencyKey;
import io.quittance.spi.gateway.Occurrence;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks Stripe: about what a webhook pointed at, and about our own attempts. */
final class Lookup {

    static final String PAYMENT = "payment:";
    static final String SESSION = "session:";
    static final String SETUP = "setup:";
    static final String MANDATE_ENDED = "mandate-ended:";
    static final String PAYOUT = "payout:";

    /** Clocks differ; and an order that was sent may still be on its way. */
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final int PAGES_MAX = 20;

    private final GatewayCall call;
    private final StripeApi api;

    Lookup(GatewayCall call) {
        this.call = call;
        this.api = new StripeApi(call);
    }

    EventLookup.Result look(String about) {
        try {
            return new EventLookup.Result.Found(events(about));
        } catch (Payouts.Unbalanced odd) {
            return new EventLookup.Result.Unreadable(odd.getMessage());
        } catch (NoAnswer silent) {
            return silent.gone() ? new EventLookup.Result.Unreadable(silent.getMessage())
                : new EventLookup.Result.NoAnswer(silent.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new EventLookup.Result.NoAnswer("Stripe's answer cannot be read: " + broken.getMessage());
        }
    }

    private List<PaymentEvent> events(String about) throws NoAnswer, Unreadable, Payouts.Unbalanced {
        String id = about.substring(about.indexOf(':') + 1);
        return switch (about.substring(0, about.indexOf(':') + 1)) {
            case PAYMENT -> payment(intent(id), Optional.empty());
            case SESSION -> session(StripeApi.said(api.get("checkout/sessions/" + id, Params.none())));
            case SETUP -> setup(StripeApi.said(api.get("setup_intents/" + id, Params.none().expand("payment_method"))));
            case MANDATE_ENDED -> ended(StripeApi.said(api.get("payment_methods/" + id, Params.none())));
            case PAYOUT -> new Payouts(call).event(StripeApi.said(api.get("payouts/" + id, Params.none()))).map(List::<PaymentEvent>of)
                .orElse(List.of());
            default -> throw new Unreadable("nobody knows how to look at " + about);
        };
    }

    private Reading intent(String id) throws NoAnswer, Unreadable {
        Reading intent = StripeApi.said(api.get("payment_intents/" + id, Params.none()));
        intent.text("id");
        intent.text("status");
        return intent;
    }

    private List<PaymentEvent> payment(Reading intent, Optional<Reading> session) throws NoAnswer, Unreadable {
        boolean ours = Story.attempt(intent).isPresent() || call.settings().isOn(StripeForm.FOREIGN);
        return ours ? Story.of(api, intent, session).events() : List.of();
    }

    private List<PaymentEvent> session(Reading session) throws NoAnswer, Unreadable {
        session.text("id");
        Optional<String> intent = session.id("payment_intent");
        if (intent.isPresent()) {
            return payment(intent(intent.get()), Optional.of(session));
        }
        Optional<String> setup = session.id("setup_intent");
        return setup.isEmpty() ? List.of()
            : setup(StripeApi.said(api.get("setup_intents/" + setup.get(), Params.none().expand("payment_method"))));
    }

    private List<PaymentEvent> setup(Reading setup) throws Unreadable {
        Optional<Reading> method = setup.findObject("payment_method");
        Optional<String> customer = setup.id("customer");
        if (!setup.text("status").equals("succeeded") || method.isEmpty() || customer.isEmpty()) {
            return List.of();
        }
        MandateId mandate = new MandateId(customer.get(), method.get().text("id"), method.get().text("type"));
        return List.of(mandate(mandate, Story.attempt(setup), setup.time("created"), PaymentEvent.MandateState.ACTIVE, method.get()));
    }

    private List<PaymentEvent> ended(Reading method) throws Unreadable {
        Optional<String> customer = method.id("customer");
        String id = method.text("id");
        return customer.isEmpty() ? List.of() : List.of(mandate(new MandateId(customer.get(), id, method.text("type")), Optional.empty(),
            call.clock().instant(), PaymentEvent.MandateState.REVOKED, method));
    }

    static PaymentEvent.Mandate mandate(MandateId id, Optional<IdempotencyKey> attempt, Instant at, PaymentEvent.MandateState state,
            Reading method) {
        return new PaymentEvent.Mandate(new Occurrence(id.asId(), attempt, at, at.getEpochSecond()), state,
            Methods.kind(Optional.of(method)), Methods.label(Optional.of(method)));
    }

    /** What became of an attempt: by the name that Stripe gave it, else among everything made since. */
    Finding ask(Inquiry inquiry) {
        try {
            Optional<Reading> session = inquiry.payment().isPresent() ? named(inquiry, "cs_", "checkout/sessions/") : sessionOf(inquiry);
            if (session.isPresent()) {
                return found(session.get());
            }
            Optional<Reading> intent = inquiry.payment().isPresent() ? named(inquiry, "pi_", "payment_intents/") : intentOf(inquiry);
            if (intent.isPresent()) {
                Story.Told told = Story.of(api, intent.get(), Optional.empty());
                return new Finding.Known(told.events(), told.open());
            }
            boolean early = call.clock().instant().isBefore(inquiry.startedAt().plus(SETTLING));
            return early ? new Finding.NoAnswer("Stripe does not know the attempt, but it may still be on its way")
                : new Finding.NeverSeen();
        } catch (NoAnswer silent) {
            return new Finding.NoAnswer(silent.getMessage());
        } catch (Unreadable | IllegalArgumentException broken) {
            return new Finding.NoAnswer("Stripe's answer cannot be read: " + broken.getMessage());
        }
    }

    private Optional<Reading> named(Inquiry inquiry, String prefix, String path) throws NoAnswer {
        String id = inquiry.payment().orElseThrow().value();
        return id.startsWith(prefix) ? Optional.of(StripeApi.said(api.get(path + id, Params.none()))) : Optional.empty();
    }

    /** Stripe lists newest first and cannot look for our key, so this reads back to when the attempt began. */
    private Optional<Reading> sessionOf(Inquiry inquiry) throws NoAnswer, Unreadable {
        Instant from = inquiry.startedAt().minus(SKEW);
        Params query = Params.none().with("limit", StripeApi.PAGE);
        for (int page = 0; page < PAGES_MAX; page++) {
            Reading json = StripeApi.said(api.get("checkout/sessions", query));
            List<Reading> data = json.list("data");
            for (Reading session : data) {
                if (session.find("client_reference_id").filter(inquiry.attempt().value()::equals).isPresent()) {
                    return Optional.of(session);
                }
            }
            if (!json.isTrue("has_more") || data.isEmpty() || data.getLast().time("created").isBefore(from)) {
                return Optional.empty();
            }
            query.with("starting_after", data.getLast().text("id"));
        }
        throw new NoAnswer("Stripe has opened too many pages since to find this one", false);
    }

    private Optional<Reading> intentOf(Inquiry inquiry) throws NoAnswer, Unreadable {
        Params query = Params.none().with("created[gte]", inquiry.startedAt().minus(SKEW).getEpochSecond())
            .with("created[lte]", inquiry.startedAt().plus(SKEW).getEpochSecond());
        return api.list("payment_intents", query, PAGES_MAX).stream()
            .filter(intent -> Story.attempt(intent).filter(inquiry.attempt()::equals).isPresent()).findFirst();
    }

    private Finding found(Reading session) throws NoAnswer, Unreadable {
        boolean pageOpen = session.text("status").equals("open");
        Optional<String> intent = session.id("payment_intent");
        if (intent.isEmpty()) {
            return new Finding.Known(session(session), pageOpen);
        }
        Story.Told told = Story.of(api, intent(intent.get()), Optional.of(session));
        boolean captured = told.events().stream().anyMatch(PaymentEvent.Captured.class::isInstance);
        return new Finding.Known(told.events(), !captured && (pageOpen || told.open()));
    }
}
