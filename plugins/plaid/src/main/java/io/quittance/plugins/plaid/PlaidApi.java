package io.quittance.plugins.plaid;

import io.quittance.plugins.kit.Api;
import io.quittance.plugins.kit.FeedApi;
import io.quittance.plugins.kit.FeedStop;
import io.quittance.plugins.kit.Reading;
import io.quittance.spi.gateway.GatewayCall;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Plaid's HTTP interface of 2020-09-14, for one call of one tenant. Keys travel in headers alone, so no body quotes them. */
final class PlaidApi {

    private static final String VERSION = "2020-09-14";

    /**
     * After these the owner has to go through Plaid's page again.
     *
     * @see <a href="https://plaid.com/docs/errors/item/">Item errors</a>
     */
    private static final Set<String> CONSENT_OVER = Set.of("ITEM_LOGIN_REQUIRED", "ITEM_NOT_FOUND", "INVALID_ACCESS_TOKEN",
        "ACCESS_NOT_GRANTED", "USER_PERMISSION_REVOKED", "INVALID_CREDENTIALS", "INVALID_MFA", "ITEM_LOCKED", "USER_SETUP_REQUIRED",
        "NO_ACCOUNTS", "INVALID_UPDATED_USERNAME", "INSUFFICIENT_CREDENTIALS");

    private final GatewayCall call;
    private final FeedApi api;

    PlaidApi(GatewayCall call) {
        this.call = call;
        this.api = new FeedApi("Plaid", call.http(), call.clock(), (_, body) -> refusal(body));
    }

    Reading post(String path, Map<String, ?> body) throws FeedStop {
        URI uri = URI.create(base() + path);
        return api.send(Api.json("POST", uri, body).with("PLAID-CLIENT-ID", call.settings().text(PlaidForm.CLIENT_ID))
            .with("PLAID-SECRET", call.settings().text(PlaidForm.SECRET)).with("Plaid-Version", VERSION));
    }

    private String base() {
        return call.settings().find(PlaidForm.API_BASE)
            .orElseGet(() -> "https://" + call.settings().text(PlaidForm.ENVIRONMENT) + ".plaid.com");
    }

    /** What an error of Plaid's means, whether a request or an item has it. */
    static FeedStop refusal(Reading error) {
        String code = error.find("error_code").orElse("an error without a code");
        String said = "Plaid says " + code + error.find("error_message").map(message -> ": " + message).orElse("");
        return CONSENT_OVER.contains(code) ? FeedStop.consent(said) : FeedStop.later(said);
    }
}
