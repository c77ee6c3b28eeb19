package io.quittance.plugins.stripe;

import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stripe's HTTP interface, for one call of one tenant. */
final class StripeApi {

    /**
     * The version of the interface that we speak: that of the document we are tested against. Accounts may have another one as
     * their default, so it goes with every request.
     */
    static final String VERSION = "2022-11-15";

    static final String LIVE = "https://api.stripe.com";

    /** As many as Stripe lists at once. */
    static final int PAGE = 100;

    private final GatewayCall call;

    StripeApi(GatewayCall call) {
        this.call = call;
    }

    /** What came of a request. */
    sealed interface Answer {

        record Said(Reading json) implements Answer {
        }

        /** Stripe understood and refused; nothing has happened. */
        record No(String code, String reason) implements Answer {
        }

        /** Stripe has not carried it out: not reached, or told to come again later. */
        record NotDone(String reason) implements Answer {
        }

        /** Stripe may have done what was asked. */
        record Unclear(String reason) implements Answer {
        }
    }

    /** Asks for something; moves nothing. */
    Answer get(String path, Params query) {
        return send(HttpCall.get(address(path + (query.isEmpty() ? "" : "?" + query.encoded()))));
    }

    /**
     * Orders something.
     *
     * @param key the same for every repetition: Stripe then answers as it did the first time, for at least a day
     * @see <a href="https://docs.stripe.com/api/idempotent_requests">Idempotent requests</a>
     */
    Answer post(String path, Params body, String key) {
        HttpCall request = new HttpCall("POST", address(path), Map.of("Content-Type", "application/x-www-form-urlencoded"),
            body.encoded().getBytes(StandardCharsets.UTF_8), HttpCall.TIMEOUT);
        return send(request.with("Idempotency-Key", key));
    }

    /**
     * A whole list, newest first, page by page.
     *
     * @param pagesMax more are not read
     * @throws NoAnswer when it cannot be had, or is longer
     */
    List<Reading> list(String path, Params query, int pagesMax) throws NoAnswer, Unreadable {
        List<Reading> all = new ArrayList<>();
        for (int page = 0; page < pagesMax; page++) {
            Reading json = said(get(path, query.with("limit", PAGE)));
            List<Reading> data = json.list("data");
            all.addAll(data);
            if (!json.isTrue("has_more") || data.isEmpty()) {
                return all;
            }
            query.with("starting_after", data.getLast().text("id"));
        }
        throw new NoAnswer("Stripe lists more than " + pagesMax * PAGE + " at " + path, false);
    }

    /** @throws NoAnswer with the reason when Stripe did not say it */
    static Reading said(Answer answer) throws NoAnswer {
        return switch (answer) {
            case Answer.Said said -> said.json();
            case Answer.No no -> throw new NoAnswer(no.reason(), no.code().equals("resource_missing"));
            case Answer.NotDone away -> throw new NoAnswer(away.reason(), false);
            case Answer.Unclear unclear -> throw new NoAnswer(unclear.reason(), false);
        };
    }

    /** Something could not be read from Stripe now. Becomes a value before it leaves the plugin. */
    static final class NoAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean gone;

        NoAnswer(String message, boolean gone) {
            super(message);
            this.gone = gone;
        }

        /** Whether there is nothing to be read, now or later. */
        boolean gone() {
            return gone;
        }
    }

    private URI address(String path) {
        return URI.create(call.settings().find(StripeForm.API_BASE).orElse(LIVE) + "/v1/" + path);
    }

    private Answer send(HttpCall request) {
        HttpReply reply = call.http().send(request.with("Stripe-Version", VERSION)
            .with("Authorization", "Bearer " + call.settings().text(StripeForm.SECRET_KEY)));
        return switch (reply) {
            case HttpReply.NotConnected away -> new Answer.NotDone(away.reason());
            case HttpReply.NoAnswer silent -> new Answer.Unclear(silent.reason());
            case HttpReply.Answered answered -> understand(answered);
        };
    }

    private static Answer understand(HttpReply.Answered answered) {
        if (!answered.isSuccess()) {
            return StripeErrors.understand(answered);
        }
        try {
            return new Answer.Said(Reading.of(answered.text()));
        } catch (Unreadable broken) {
            return new Answer.Unclear("Stripe's answer with status " + answered.status() + " cannot be read: " + broken.getMessage());
        }
    }
}
