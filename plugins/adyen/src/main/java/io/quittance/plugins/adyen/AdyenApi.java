package io.quittance.plugins.adyen;

import io.quittance.plugins.kit.Answer;
import io.quittance.plugins.kit.Api;
import io.quittance.plugins.kit.Reading;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Adyen's Checkout interface, version 72, for one call of one tenant. */
final class AdyenApi {

    /** Said of an order that may have been carried out already. */
    private static final String IN_PROGRESS = "704";

    private final GatewayCall call;
    private final Api api;

    AdyenApi(GatewayCall call) {
        this.call = call;
        this.api = new Api("Adyen", call.http(), AdyenApi::refusal);
    }

    String account() {
        return call.settings().text(AdyenForm.ACCOUNT);
    }

    Answer get(String path) {
        return send(HttpCall.get(address(path)));
    }

    /** Asks for something that Adyen wants a body for; moves nothing. */
    Answer ask(String path, Map<String, ?> body) {
        return send(Api.json("POST", address(path), body));
    }

    /**
     * Orders something.
     *
     * @param key the same for every repetition: Adyen then answers as it did the first time, for at least a week
     * @see <a href="https://docs.adyen.com/development-resources/api-idempotency">API idempotency</a>
     */
    Answer post(String path, Map<String, ?> body, String key) {
        return send(Api.json("POST", address(path), body).with("Idempotency-Key", key));
    }

    private URI address(String path) {
        return URI.create(AdyenForm.checkout(call.settings()) + "/" + path);
    }

    private Answer send(HttpCall request) {
        return api.send(request.with("X-API-Key", call.settings().text(AdyenForm.API_KEY)));
    }

    /** @see <a href="https://docs.adyen.com/development-resources/error-codes">Error codes</a> */
    private static Optional<Answer.No> refusal(int status, Reading body) {
        Optional<String> code = body.find("errorCode");
        if (code.isEmpty() || code.get().equals(IN_PROGRESS) || status == 408 || status == 409) {
            return Optional.empty();
        }
        String message = body.find("message").orElse("Adyen refused it.");
        return Optional.of(switch (status) {
            // Adyen's own sentence about a key could show a part of it
            case 401 -> new Answer.No(code.get(), "Adyen does not accept the API key: enter the user's current one in the settings.");
            case 403 -> new Answer.No(code.get(), "The API key may not do this for this merchant account: give its user the role. "
                + message);
            case 404 -> new Answer.No(code.get(), "Adyen does not know it: check the merchant account and the environment. " + message,
                true);
            default -> new Answer.No(code.get(), message);
        });
    }
}
