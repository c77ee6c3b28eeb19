package io.quittance.plugins.btcpay;

import io.quittance.plugins.kit.Answer;
import io.quittance.plugins.kit.Api;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.gateway.PlatformHttp;
import io.quittance.spi.settings.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The store's part of the Greenfield interface, for one call of one tenant. */
final class BtcPayApi {

    /** What is at the top of an answer that is a list: the interface answers with lists, and refuses with them. */
    static final String ITEMS = "items";

    private final String store;
    private final String key;
    private final Api api;

    BtcPayApi(GatewayCall call) {
        Settings settings = call.settings();
        this.store = settings.text(BtcPayForm.SERVER) + "/api/v1/stores/" + Query.part(settings.text(BtcPayForm.STORE));
        this.key = settings.text(BtcPayForm.API_KEY);
        this.api = new Api("BTCPay Server", listed(call.http()), BtcPayApi::refusal);
    }

    /** @param path below the store; empty for the store itself */
    Answer get(String path) {
        return api.send(signed(HttpCall.get(URI.create(store + path))));
    }

    Answer post(String path, Map<String, ?> body) {
        return api.send(signed(Api.json("POST", URI.create(store + path), body)));
    }

    private HttpCall signed(HttpCall request) {
        return request.with("Authorization", "token " + key);
    }

    private static PlatformHttp listed(PlatformHttp http) {
        return request -> {
            HttpReply reply = http.send(request);
            return reply instanceof HttpReply.Answered answered ? wrapped(answered) : reply;
        };
    }

    private static HttpReply wrapped(HttpReply.Answered answered) {
        String text = answered.text().strip();
        return !text.startsWith("[") ? answered : new HttpReply.Answered(answered.status(), answered.headers(),
            ("{\"" + ITEMS + "\":" + text + "}").getBytes(StandardCharsets.UTF_8));
    }

    /** One error is an object with a code; faults in what was sent are a list with the place of each. */
    private static Optional<Answer.No> refusal(int status, Reading body) {
        if (status == 401 || status == 403) {
            return Optional.of(new Answer.No(body.find("code").orElse("unauthenticated"),
                "BTCPay Server does not accept the API key, or the "
                + "key may not do this: check its permissions and the store's ID."));
        }
        Optional<String> code = body.find("code");
        if (code.isPresent()) {
            return Optional.of(new Answer.No(code.get(), body.find("message").orElse("BTCPay Server refused it."), status == 404));
        }
        try {
            return body.fields().containsKey(ITEMS) && !body.list(ITEMS).isEmpty() ? Optional.of(new Answer.No("invalid", faults(body)))
                : Optional.empty();
        } catch (Unreadable odd) {
            return Optional.empty();
        }
    }

    private static String faults(Reading body) throws Unreadable {
        return body.list(ITEMS).stream().map(fault -> fault.find("path").orElse("") + ": " + fault.find("message").orElse(""))
            .collect(Collectors.joining("; "));
    }
}
