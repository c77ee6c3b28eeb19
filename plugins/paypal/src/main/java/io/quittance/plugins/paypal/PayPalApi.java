package io.quittance.plugins.paypal;

import io.quittance.plugins.kit.Answer;
import io.quittance.plugins.kit.Api;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.TokenCache;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.settings.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PayPal's HTTP interface, for one call of one tenant: with a token that is got when there is none, and got again when PayPal
 * does not take it any more, which it says before it does anything.
 */
final class PayPalApi {

    /** What {@link Answer.No} is called when the token is not taken. */
    private static final String TOKEN_REFUSED = "AUTHENTICATION_FAILURE";

    /** Said of orders that may have been carried out already. */
    private static final Set<String> REPEATED = Set.of("DUPLICATE_REQUEST_ID", "PREVIOUS_REQUEST_IN_PROGRESS");

    private final GatewayCall call;
    private final TokenCache tokens;
    private final String base;
    private final Api api;

    PayPalApi(GatewayCall call, TokenCache tokens) {
        this.call = call;
        this.tokens = tokens;
        this.base = PayPalForm.base(call.settings());
        this.api = new Api("PayPal", call.http(), PayPalApi::refusal);
    }

    /** What a tenant's token is filed under. */
    static String credentials(Settings settings) {
        return TokenCache.name(PayPalForm.base(settings), settings.text(PayPalForm.CLIENT_ID), settings.text(PayPalForm.CLIENT_SECRET));
    }

    Answer get(String path) {
        return send(HttpCall.get(URI.create(base + path)));
    }

    /**
     * Orders something.
     *
     * @param key the same for every repetition: PayPal then answers as it did the first time, for at least six hours
     * @see <a href="https://developer.paypal.com/api/rest/reference/idempotency/">Idempotency</a>
     */
    Answer post(String path, Map<String, ?> body, String key) {
        return send(Api.json("POST", URI.create(base + path), body).with("PayPal-Request-Id", key).with("Prefer", "return=representation"));
    }

    private Answer send(HttpCall request) {
        Optional<String> kept = tokens.find(credentials(call.settings()), call.clock().instant());
        if (kept.isPresent()) {
            Answer answer = api.send(request.with("Authorization", "Bearer " + kept.get()));
            if (!(answer instanceof Answer.No(String code, _, _)) || !code.equals(TOKEN_REFUSED)) {
                return answer;
            }
            tokens.forget(credentials(call.settings()));
        }
        return switch (token()) {
            case Answer.Said(Reading json) -> api.send(request.with("Authorization", "Bearer " + json.find("access_token").orElse("")));
            case Answer.No no -> no;
            // without a token nothing of the request has reached PayPal
            case Answer.NotDone(String reason) -> new Answer.NotDone(reason);
            case Answer.Unclear(String reason) -> new Answer.NotDone("PayPal gives no access token now: " + reason);
        };
    }

    /** @see <a href="https://developer.paypal.com/api/rest/authentication/">Authentication</a> */
    private Answer token() {
        Settings settings = call.settings();
        String basic = settings.text(PayPalForm.CLIENT_ID) + ":" + settings.text(PayPalForm.CLIENT_SECRET);
        HttpCall request = new HttpCall("POST", URI.create(base + "/v1/oauth2/token"), Map.of(
            "Content-Type", "application/x-www-form-urlencoded",
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8))),
            Query.none().with("grant_type", "client_credentials").encoded().getBytes(StandardCharsets.UTF_8), HttpCall.TIMEOUT);
        Instant asked = call.clock().instant();
        Answer answer = api.send(request);
        if (!(answer instanceof Answer.Said(Reading json))) {
            return answer;
        }
        try {
            tokens.keep(credentials(settings), json.text("access_token"), asked, json.number("expires_in"));
            return answer;
        } catch (Unreadable broken) {
            return new Answer.Unclear(broken.getMessage());
        }
    }

    /** @see <a href="https://developer.paypal.com/api/rest/responses/">API responses</a> */
    private static Optional<Answer.No> refusal(int status, Reading body) {
        Optional<String> name = body.find("name").or(() -> body.find("error"));
        if (name.isEmpty() || status == 408 || status == 409) {
            return Optional.empty();
        }
        Optional<Reading> detail = detail(body);
        String code = detail.flatMap(found -> found.find("issue")).orElse(name.get());
        if (REPEATED.contains(code)) {
            return Optional.empty();
        }
        // PayPal's own sentence about credentials could show a part of them
        if (status == 401) {
            boolean token = body.find("error").filter("invalid_client"::equals).isEmpty();
            return Optional.of(new Answer.No(token ? TOKEN_REFUSED : name.get(), "PayPal does not accept the client ID and secret: enter "
                + "the app's current ones, and its environment, in the settings."));
        }
        String said = detail.flatMap(found -> found.find("description")).or(() -> body.find("message")).orElse("PayPal refused it.");
        String remedy = status == 403 ? "PayPal's app may not do this: switch it on in the app. "
            : status == 404 ? "PayPal does not know it: check that the app belongs to the same account. " : "";
        return Optional.of(new Answer.No(code, remedy + said, status == 404));
    }

    private static Optional<Reading> detail(Reading body) {
        try {
            List<Reading> details = body.findList("details");
            return details.stream().findFirst();
        } catch (Unreadable none) {
            return Optional.empty();
        }
    }
}
