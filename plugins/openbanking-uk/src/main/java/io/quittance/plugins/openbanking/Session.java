package io.quittance.plugins.openbanking;

import io.quittance.plugins.kit.Api;
import io.quittance.plugins.kit.FeedApi;
import io.quittance.plugins.kit.FeedStop;
import io.quittance.plugins.kit.Notes;
import io.quittance.plugins.kit.Query;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.settings.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One bank for one call of one tenant: tokens, and requests with the headers of FAPI. */
final class Session {

    static final String CONSENT = "consent";
    static final String ACCESS = "access";
    static final String REFRESH = "refresh";
    static final String UNTIL = "until";
    static final String PATH = "/open-banking/v4.0/aisp";

    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    /** A token that ends within that is not used any more. */
    private static final long MARGIN_SECONDS = 60;
    private static final long SHORTEST_LIFE = 300;

    private final GatewayCall call;
    private final Settings settings;
    private final FeedApi api;
    private Notes notes;

    Session(GatewayCall call, Notes notes) {
        this.call = call;
        this.settings = call.settings();
        this.notes = notes;
        this.api = new FeedApi(settings.text(BankForm.BANK), call.http(), call.clock(), this::refusal);
    }

    Notes notes() {
        return notes;
    }

    Settings settings() {
        return settings;
    }

    Instant now() {
        return call.clock().instant();
    }

    /** Asks in the owner's name. */
    Reading get(String path) throws FeedStop, Unreadable {
        refreshIfOver();
        return api.send(fapi(HttpCall.get(address(path)), notes.find(ACCESS)));
    }

    /** Asks in our own name: about the consent itself. */
    Reading ownGet(String path) throws FeedStop, Unreadable {
        return api.send(fapi(HttpCall.get(address(path)), ownToken()));
    }

    Reading ownPost(String path, Map<String, ?> body) throws FeedStop, Unreadable {
        return api.send(fapi(Api.json("POST", address(path), body), ownToken()));
    }

    Reading ownDelete(String path) throws FeedStop, Unreadable {
        return api.send(fapi(new HttpCall("DELETE", address(path), Map.of(), new byte[0], HttpCall.TIMEOUT), ownToken()));
    }

    private URI address(String path) {
        return URI.create(settings.text(BankForm.API_BASE).replaceFirst("/$", "") + PATH + path);
    }

    /** @see <a href="https://openid.net/specs/openid-financial-api-part-1-1_0.html#client-provisions">FAPI 1.0 Baseline, 6.2.2</a> */
    private HttpCall fapi(HttpCall request, String token) {
        HttpCall dressed = request.with("Authorization", "Bearer " + token).with("Accept", "application/json")
            .with("x-fapi-interaction-id", UUID.randomUUID().toString());
        Optional<String> financial = settings.find(BankForm.FINANCIAL_ID);
        return financial.isPresent() ? dressed.with("x-fapi-financial-id", financial.get()) : dressed;
    }

    private String ownToken() throws FeedStop, Unreadable {
        return token(Query.none().with("grant_type", "client_credentials").with("scope", "accounts")).text("access_token");
    }

    /** Exchanges the code for tokens, which are noted. @return the bank's answer, with its id token */
    Reading exchange(String code, URI returnTo, String verifier) throws FeedStop, Unreadable {
        Reading answer = token(Query.none().with("grant_type", "authorization_code").with("code", code)
            .with("redirect_uri", returnTo.toString()).with("code_verifier", verifier));
        note(answer);
        return answer;
    }

    private void refreshIfOver() throws FeedStop, Unreadable {
        if (Long.parseLong(notes.find(UNTIL)) - MARGIN_SECONDS > now().getEpochSecond()) {
            return;
        }
        if (notes.find(REFRESH).isEmpty()) {
            throw FeedStop.consent("the bank's token is over, and it gave none to renew it");
        }
        note(token(Query.none().with("grant_type", "refresh_token").with("refresh_token", notes.find(REFRESH))));
    }

    /** A bank may give another token to renew it with, or keep the one it gave. */
    private void note(Reading answer) throws Unreadable {
        long seconds = answer.fields().containsKey("expires_in") ? answer.number("expires_in") : SHORTEST_LIFE;
        notes = Notes.none().with(CONSENT, notes.find(CONSENT)).with(ACCESS, answer.text("access_token"))
            .with(REFRESH, answer.find("refresh_token").orElse(notes.find(REFRESH)))
            .with(UNTIL, Long.toString(now().getEpochSecond() + seconds));
    }

    /** @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication">private_key_jwt</a> */
    private Reading token(Query form) throws FeedStop {
        String client = settings.text(BankForm.CLIENT_ID);
        URI endpoint = URI.create(settings.text(BankForm.TOKEN));
        form.with("client_id", client).with("client_assertion_type", ASSERTION).with("client_assertion", sign(Map.of("iss", client,
            "sub", client, "aud", endpoint.toString())));
        return api.send(new HttpCall("POST", endpoint, Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept",
            "application/json"), form.encoded().getBytes(StandardCharsets.UTF_8), HttpCall.TIMEOUT));
    }

    String sign(Map<String, Object> claims) {
        return Jose.sign(settings.text(BankForm.SIGNING_KEY), settings.text(BankForm.KEY_ID), now(), claims);
    }

    /** What the bank states in a token to us. @throws Unreadable when it is not proven */
    Map<String, Object> prove(String token) throws FeedStop, Unreadable {
        return switch (call.http().send(HttpCall.get(URI.create(settings.text(BankForm.JWKS))).with("Accept", "application/json"))) {
            case HttpReply.NotConnected away -> throw FeedStop.later(away.reason());
            case HttpReply.NoAnswer silent -> throw FeedStop.later(silent.reason());
            case HttpReply.Answered answered when !answered.isSuccess() ->
                throw FeedStop.later("the bank's keys cannot be had: status " + answered.status());
            case HttpReply.Answered answered -> Jose.prove(token, answered.text(), settings.text(BankForm.ISSUER),
                settings.text(BankForm.CLIENT_ID), now());
        };
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a> for those of the token endpoint */
    private FeedStop refusal(int status, Reading body) {
        String bank = settings.text(BankForm.BANK);
        Optional<String> error = body.find("error");
        if (error.isPresent()) {
            String said = bank + " says " + error.get() + body.find("error_description").map(more -> ": " + more).orElse("");
            return error.get().equals("invalid_grant") ? FeedStop.consent(said) : FeedStop.later(said);
        }
        String codes = errors(body);
        String said = bank + " refused with status " + status + (codes.isEmpty() ? "" : ": " + codes);
        return status == 401 ? FeedStop.consent(said) : FeedStop.later(said);
    }

    private static String errors(Reading body) {
        try {
            List<String> said = body.findList("Errors").stream()
                .map(error -> error.find("ErrorCode").orElse("") + " " + error.find("Message").orElse("")).map(String::strip).toList();
            return String.join("; ", said);
        } catch (Unreadable odd) {
            return odd.getMessage();
        }
    }
}
