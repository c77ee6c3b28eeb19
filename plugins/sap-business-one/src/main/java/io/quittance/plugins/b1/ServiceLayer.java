package io.quittance.plugins.b1;

import io.quittance.plugins.kit.Api;
import io.quittance.plugins.kit.Reading;
import io.quittance.plugins.kit.TokenCache;
import io.quittance.plugins.kit.Unreadable;
import io.quittance.spi.gateway.GatewayCall;
import io.quittance.spi.gateway.HttpCall;
import io.quittance.spi.gateway.HttpReply;
import io.quittance.spi.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The Service Layer, for one call of one tenant. Signs in once for as long as a session lives, and again when it has ended.
 *
 * @see "SAP Business One, Working with the Service Layer: Login, B1SESSION, errors"
 */
final class ServiceLayer {

    private static final TokenCache SESSIONS = new TokenCache();
    private static final String ROOT = "/b1s/v1/";
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    /** "No matching records found". */
    private static final long NO_MATCH = -2028;
    private static final long SESSION_MINUTES = 20;
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final GatewayCall call;
    private final Settings settings;
    private final String session;

    ServiceLayer(GatewayCall call) {
        this.call = call;
        this.settings = call.settings();
        this.session = TokenCache.name(settings.text(B1Form.SERVER), settings.text(B1Form.COMPANY), settings.text(B1Form.USER),
            settings.text(B1Form.PASSWORD));
    }

    /** @param path below the root, encoded */
    Reading get(String path) throws B1Stop, Unreadable {
        return send(HttpCall.get(at(path)).with("Prefer", "odata.maxpagesize=" + Orders.PAGE));
    }

    void patch(String path, Map<String, ?> body) throws B1Stop, Unreadable {
        send(Api.json("PATCH", at(path), body));
    }

    private URI at(String path) {
        return URI.create(settings.text(B1Form.SERVER) + ROOT + path);
    }

    private Reading send(HttpCall request) throws B1Stop, Unreadable {
        Optional<String> kept = SESSIONS.find(session, call.clock().instant());
        if (kept.isPresent()) {
            HttpReply.Answered answered = answered(request.with("Cookie", "B1SESSION=" + kept.get()));
            if (answered.status() != UNAUTHORIZED) {
                return understood(answered);
            }
            SESSIONS.forget(session);
        }
        return understood(answered(request.with("Cookie", "B1SESSION=" + signIn())));
    }

    /** @return the session's id */
    String signIn() throws B1Stop, Unreadable {
        HttpReply.Answered answered = answered(Api.json("POST", at("Login"), Map.of("CompanyDB", settings.text(B1Form.COMPANY),
            "UserName", settings.text(B1Form.USER), "Password", settings.text(B1Form.PASSWORD))));
        if (answered.status() == UNAUTHORIZED) {
            throw B1Stop.refused(reason(answered));
        }
        Reading said = understood(answered);
        String id = said.text("SessionId");
        if (!id.matches("[A-Za-z0-9-]{8,128}")) {
            throw new Unreadable("the session's id is none");
        }
        long minutes = said.findPrecise("SessionTimeout").map(number -> number.longValue()).orElse(SESSION_MINUTES);
        SESSIONS.keep(session, id, call.clock().instant(), Duration.ofMinutes(minutes).toSeconds());
        return id;
    }

    private HttpReply.Answered answered(HttpCall request) throws B1Stop {
        return switch (call.http().send(request)) {
            case HttpReply.NotConnected away -> throw B1Stop.later(away.reason());
            case HttpReply.NoAnswer silent -> throw B1Stop.later(silent.reason());
            case HttpReply.Answered answered -> answered;
        };
    }

    private static Reading understood(HttpReply.Answered answered) throws B1Stop, Unreadable {
        int status = answered.status();
        if (status == TOO_MANY || status == UNAVAILABLE) {
            throw B1Stop.later(pause(answered));
        }
        if (!answered.isSuccess()) {
            String reason = reason(answered);
            throw status == NOT_FOUND || code(answered) == NO_MATCH ? B1Stop.gone(reason) : status < 500 ? B1Stop.refused(reason)
                : B1Stop.later(reason);
        }
        return answered.body().length == 0 ? Reading.NOTHING : Reading.of(answered.text());
    }

    private static Duration pause(HttpReply.Answered answered) {
        Duration said = answered.header("retry-after").filter(text -> text.matches("\\d{1,6}")).map(Long::parseLong)
            .map(Duration::ofSeconds).orElse(USUAL_PAUSE);
        return said.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : said;
    }

    private static long code(HttpReply.Answered answered) {
        try {
            Optional<Reading> error = Reading.of(answered.text()).findObject("error");
            return error.isPresent() ? error.get().findPrecise("code").map(number -> number.longValue()).orElse(0L) : 0;
        } catch (Unreadable page) {
            return 0;
        }
    }

    private static String reason(HttpReply.Answered answered) {
        try {
            return "SAP Business One: " + Reading.of(answered.text()).at("error", "message").flatMap(message -> message.find("value"))
                .orElse("status " + answered.status());
        } catch (Unreadable page) {
            return "SAP Business One answered with status " + answered.status() + " and no JSON";
        }
    }
}
