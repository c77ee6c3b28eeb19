package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Story;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.PaymentEvent;
import io.quittance.spi.gateway.PaymentInquiry.Finding;
import io.quittance.spi.gateway.PaymentInquiry.Inquiry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks Mollie: about what a notice named, and about our own attempts. */
final class Lookup {

    static final String PAYMENT = "payment:";

    /** Clocks differ; and an order that was sent may still be on its way. */
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration SETTLING = Duration.ofSeconds(60);
    private static final int PAGES_MAX = 20;

    private final GatewayCall call;
    private final MollieApi api;

    Lookup(GatewayCall call) {
        this.call = call;
        this.api = MollieApi.of(call);
    }

    /** A notice proves nothing, so one about what Mollie does not know is about nothing. */
    List<PaymentEvent> look(String about) throws NoAnswer, Unreadable {
        if (!about.startsWith(PAYMENT)) {
            throw new NoAnswer("nobody knows how to look at " + about, NoAnswer.Kind.PERSON);
        }
        try {
            Reading payment = api.get("payments/" + about.substring(PAYMENT.length())).said();
            boolean ours = Telling.attempt(payment).isPresent() || call.settings().isOn(MollieForm.FOREIGN);
            Story.Told told = Telling.of(api, payment);
            return ours ? told.events() : List.of();
        } catch (NoAnswer silent) {
            if (silent.kind() == NoAnswer.Kind.GONE) {
                return List.of();
            }
            throw silent;
        }
    }

    /** What became of an attempt: by the name that Mollie gave it, else among everything made since. */
    Finding ask(Inquiry inquiry) throws NoAnswer, Unreadable {
        Optional<Reading> payment = inquiry.payment().isPresent()
            ? Optional.of(api.get("payments/" + inquiry.payment().get().value()).said()) : search(inquiry);
        if (payment.isPresent()) {
            Story.Told told = Telling.of(api, payment.get());
            return new Finding.Known(told.events(), told.open());
        }
        boolean early = call.clock().instant().isBefore(inquiry.startedAt().plus(SETTLING));
        return early ? new Finding.NoAnswer("Mollie does not know the attempt, but it may still be on its way") : new Finding.NeverSeen();
    }

    /** Mollie lists newest first and cannot look for our key, so this reads back to when the attempt began. */
    private Optional<Reading> search(Inquiry inquiry) throws NoAnswer, Unreadable {
        Instant from = inquiry.startedAt().minus(SKEW);
        return api.list("payments", "payments", PAGES_MAX, payment -> payment.time("createdAt").isBefore(from)).stream()
            .filter(payment -> Telling.attempt(payment).filter(inquiry.attempt()::equals).isPresent()).findFirst();
    }
}
