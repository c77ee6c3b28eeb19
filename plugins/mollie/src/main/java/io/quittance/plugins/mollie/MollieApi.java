package io.quittance.plugins.mollie;

import io.quittance.plugins.kit.Answer;
import io.quittance.plugins.kit.Api;
import io.quittance.plugins.kit.NoAnswer;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mollie's HTTP interface, version 2, for one call of one tenant. */
final class MollieApi {

    static final String LIVE = "https://api.mollie.com";

    /** As many as Mollie lists at once. */
    static final int PAGE = 250;

    private static final Pattern FROM = Pattern.compile("[?&]from=([A-Za-z0-9_]{1,64})(&|$)");

    private final GatewayCall call;
    private final String key;
    private final Api api;

    /** @param key the API key, or a token of the organisation */
    MollieApi(GatewayCall call, String key) {
        this.call = call;
        this.key = key;
        this.api = new Api("Mollie", call.http(), MollieApi::refusal);
    }

    static MollieApi of(GatewayCall call) {
        return new MollieApi(call, call.settings().text(MollieForm.API_KEY));
    }

    Answer get(String path) {
        return send(HttpCall.get(address(path)));
    }

    /**
     * Orders something.
     *
     * @param idempotency the same for every repetition: Mollie then answers as it did the first time, for an hour
     * @see <a href="https://docs.mollie.com/reference/api-idempotency">API idempotency</a>
     */
    Answer post(String path, Map<String, ?> body, String idempotency) {
        return send(Api.json("POST", address(path), body).with("Idempotency-Key", idempotency));
    }

    Answer delete(String path) {
        return send(new HttpCall("DELETE", address(path), Map.of(), new byte[0], HttpCall.TIMEOUT));
    }

    /**
     * A list, newest first, page by page, until an item is old enough.
     *
     * @param name     of the list in the answer
     * @param pagesMax more are not read
     * @throws NoAnswer when it cannot be had, or is longer
     */
    List<Reading> list(String path, String name, int pagesMax, Until until) throws NoAnswer, Unreadable {
        List<Reading> all = new ArrayList<>();
        Query query = Query.none().with("limit", PAGE);
        for (int page = 0; page < pagesMax; page++) {
            Reading json = get(query.after(path)).said();
            for (Reading item : json.object("_embedded").list(name)) {
                if (until.reached(item)) {
                    return all;
                }
                all.add(item);
            }
            Optional<String> next = json.at("_links", "next").flatMap(link -> link.find("href"));
            if (next.isEmpty()) {
                return all;
            }
            Matcher from = FROM.matcher(next.get());
            if (!from.find()) {
                throw new Unreadable("the next page of " + path + " has no name");
            }
            query.with("from", from.group(1));
        }
        throw new NoAnswer("Mollie lists more than " + pagesMax * PAGE + " at " + path, NoAnswer.Kind.LATER);
    }

    /** Whether a list need not be read any further. */
    @FunctionalInterface
    interface Until {
        boolean reached(Reading item) throws Unreadable;

        /** Reads it all. */
        static Until end() {
            return _ -> false;
        }
    }

    private URI address(String path) {
        return URI.create(call.settings().find(MollieForm.API_BASE).orElse(LIVE) + "/v2/" + path);
    }

    private Answer send(HttpCall request) {
        return api.send(request.with("Authorization", "Bearer " + key).with("Accept", "application/hal+json"));
    }

    /**
     * A conflict says that the order may have been carried out already, so it is no refusal.
     *
     * @see <a href="https://docs.mollie.com/reference/handling-errors">Handling errors</a>
     */
    private static Optional<Answer.No> refusal(int status, Reading body) {
        Optional<String> title = body.find("title").filter(Predicate.not(String::isBlank));
        if (title.isEmpty() || status == 409 || status == 408) {
            return Optional.empty();
        }
        String code = body.find("field").orElseGet(() -> title.get().toLowerCase(Locale.ROOT).replace(' ', '_'));
        String detail = body.find("detail").orElse(title.get());
        return Optional.of(switch (status) {
            // Mollie's own sentence about a key could show a part of it
            case 401 -> new Answer.No(code, "Mollie does not accept the key: enter the profile's current one in the settings.");
            case 403 -> new Answer.No(code, "The key or token may not do this: give it the permission in Mollie. " + detail);
            case 404, 410 -> new Answer.No(code, "Mollie does not know it: check that the key belongs to the same profile and mode. "
                + detail, true);
            default -> new Answer.No(code, detail);
        });
    }
}
