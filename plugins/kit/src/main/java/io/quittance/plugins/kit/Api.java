package io.quittance.plugins.kit;

import com.fasterxml.jackson.jr.ob.JSON;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.gateway.PlatformHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Sends requests and says what is known afterwards. Carried out or not is what counts: most refusals have changed nothing, 429
 * was not even begun, after a time-out, a conflict, a page for people or a 5xx the truth is unknown.
 */
public final class Api {

    private final String company;
    private final PlatformHttp http;
    private final Refusals refusals;

    /** Understands a company's refusals. */
    @FunctionalInterface
    public interface Refusals {

        /** @return empty when it is not how the company refuses: then nothing is known */
        Optional<Answer.No> read(int status, Reading body);
    }

    /** @param company as people call it */
    public Api(String company, PlatformHttp http, Refusals refusals) {
        this.company = company;
        this.http = http;
        this.refusals = refusals;
    }

    /** A request with a JSON body; null values are sent. */
    public static HttpCall json(String method, URI uri, Map<String, ?> body) {
        try {
            HttpCall post = HttpCall.postJson(uri, JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(body));
            return new HttpCall(method, uri, Map.of("Content-Type", "application/json"), post.body(), HttpCall.TIMEOUT);
        } catch (IOException defect) {
            throw new IllegalStateException("texts, numbers, lists and maps are always JSON", defect);
        }
    }

    /** Sends once. */
    public Answer send(HttpCall request) {
        return switch (http.send(request)) {
            case HttpReply.NotConnected away -> new Answer.NotDone(away.reason());
            case HttpReply.NoAnswer silent -> new Answer.Unclear(silent.reason());
            case HttpReply.Answered answered -> understand(answered);
        };
    }

    private Answer understand(HttpReply.Answered answered) {
        int status = answered.status();
        if (status == 204) {
            return new Answer.Said(Reading.NOTHING);
        }
        if (status == 429) {
            return new Answer.NotDone(company + " is asked too much at once: repeat it "
                + answered.header("retry-after").map(seconds -> "in " + seconds + " s").orElse("later"));
        }
        try {
            Reading body = Reading.of(answered.text());
            if (answered.isSuccess()) {
                return new Answer.Said(body);
            }
            Optional<Answer.No> no = status >= 400 && status < 500 ? refusals.read(status, body) : Optional.empty();
            return no.isPresent() ? no.get() : new Answer.Unclear(company + " answered with status " + status
                + ": ask it what became of the order");
        } catch (Unreadable page) {
            return new Answer.Unclear(company + "'s answer with status " + status + " cannot be read: " + page.getMessage());
        }
    }
}
